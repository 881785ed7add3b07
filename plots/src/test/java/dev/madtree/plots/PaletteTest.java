package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaletteTest {

  @Test
  void everyStructure_standsOutFromTheGroundAndTheBand() {
    for (Structure structure : Structure.known()) {
      assertContrast(3, structure.color(), Theme.GROUND, structure.label());
      assertContrast(4.5, structure.textColor(), Theme.GROUND, structure.label());
      assertContrast(4.5, structure.textColor(), Theme.BAND, structure.label());
    }
    for (String label : new String[] {"mine", "other", "third", "x"}) {
      assertContrast(3, Structure.of(label).color(), Theme.GROUND, label);
      assertContrast(4.5, Structure.of(label).textColor(), Theme.BAND, label);
    }
  }

  @Test
  void words_canBeReadOnTheGround() {
    assertContrast(4.5, Theme.INK, Theme.BAND, "ink");
    assertContrast(4.5, Theme.MUTED, Theme.BAND, "muted");
  }

  @Test
  void numbersInTheHeatMap_canBeReadAtEveryRatio() {
    for (double ratio = 0.2; ratio < 5; ratio *= 1.05) {
      var ground = RatioHeatMap.colour(ratio);
      double best =
          Math.max(
              Theme.contrast(ground, Theme.INK_ON_COLOUR),
              Theme.contrast(ground, Theme.PAPER_ON_COLOUR));
      assertTrue(best >= 3, "ratio " + ratio + ": " + best);
    }
  }

  @Test
  void everyStructure_hasAMarkOfItsOwn() {
    Set<Mark> marks = new HashSet<>();
    Structure.known().forEach(s -> marks.add(s.mark()));
    assertEquals(Structure.known().size(), marks.size());
  }

  private static void assertContrast(
      double least, java.awt.Color color, java.awt.Color ground, String name) {
    double contrast = Theme.contrast(color, ground);
    assertTrue(contrast >= least, name + ": " + contrast);
  }
}
