package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Removals that merge nodes, lower a root and collapse layers. */
class LincheckRemovalTest {

  @Test
  @Tag("model-checking")
  void thinNodes_modelChecked_areLinearizable() {
    LincheckRun.modelCheck(Nodes.class, FilledNodes.class);
  }

  @Test
  void thinNodes_underStress_areLinearizable() {
    LincheckRun.stress(Nodes.class, FilledNodes.class);
  }

  @Test
  @Tag("model-checking")
  void thinLayers_modelChecked_areLinearizable() {
    LincheckRun.modelCheck(Layers.class, FilledLayers.class);
  }

  @Test
  void thinLayers_underStress_areLinearizable() {
    LincheckRun.stress(Layers.class, FilledLayers.class);
  }

  /** Two border nodes, 7 to 10 and 11 to 13: one entry less in the right one, and they merge. */
  @Param(name = "key", gen = IntGen.class, conf = "10:13")
  @Param(name = "value", gen = IntGen.class, conf = "10:13")
  public static class Nodes extends LincheckRemovals {

    public Nodes() {
      fill(1, 13);
      for (int number = 1; number <= 6; number++) {
        tree.remove(key(number));
      }
    }

    @Override
    byte[] key(int number) {
      return prefixed(0, number);
    }
  }

  /** What the two nodes hold at first. */
  public static class FilledNodes extends LincheckModel {

    public FilledNodes() {
      super(7, 13);
    }
  }

  /** Three keys below two layers, which go with the last of them. */
  @Param(name = "key", gen = IntGen.class, conf = "2:4")
  @Param(name = "value", gen = IntGen.class, conf = "2:4")
  public static class Layers extends LincheckRemovals {

    public Layers() {
      fill(2, 4);
    }

    @Override
    byte[] key(int number) {
      return prefixed(2 * Key.SLICE, number);
    }
  }

  /** What the layers hold at first. */
  public static class FilledLayers extends LincheckModel {

    public FilledLayers() {
      super(2, 4);
    }
  }
}
