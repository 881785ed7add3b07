package dev.madtree.competitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompetitorTest {

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void named_ownLabel_isTheCompetitor(Competitor competitor) {
    assertEquals(Optional.of(competitor), Competitor.named(competitor.label()));
    assertTrue(competitor.label().matches("[a-z]+(-[a-z]+)*"), competitor.label());
    assertFalse(competitor.description().contains("\n"));
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void terms_ofEveryCompetitor_areAllSaid(Competitor competitor) {
    Terms terms = competitor.terms();
    assertFalse(terms.keys().isBlank());
    assertFalse(terms.order().isBlank());
    assertFalse(terms.values().isBlank());
    assertFalse(terms.settings().isBlank());
    assertEquals(terms.origin() == Terms.Origin.LIBRARY, !terms.library().isBlank());
  }

  @Test
  void terms_ofALibrary_nameItsVersion() {
    assertTrue(Competitor.MVSTORE.terms().library().matches("h2-mvstore [0-9.]+"));
  }

  @Test
  void named_unknownLabel_isNone() {
    assertEquals(Optional.empty(), Competitor.named("nosuch"));
  }

  @Test
  void noop_afterPut_isEmpty() {
    OrderedIndex<String> index = Competitor.NOOP.create();
    assertNull(index.put(new byte[] {1}, "x"));
    assertNull(index.get(new byte[] {1}));
    assertEquals(0, index.size());
  }
}
