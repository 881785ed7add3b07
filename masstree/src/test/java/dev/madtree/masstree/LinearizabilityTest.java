package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker itself, on histories whose verdict is known. */
class LinearizabilityTest {

  private static final long NONE = Action.ABSENT;
  private static final long[] EMPTY = {NONE, NONE, NONE};

  @Test
  void sequentialHistory_withRightResults_holds() {
    verdict(
        true,
        Call.of(0, 0, Action.PUT, 1, 5, NONE, 1, 2),
        Call.of(0, 1, Action.GET, 1, 0, 5, 3, 4),
        Call.of(1, 0, Action.FIRST, 0, 0, 1L << 32 | 5, 5, 6),
        Call.of(1, 1, Action.REMOVE, 1, 0, 5, 7, 8),
        Call.of(1, 2, Action.LAST, 0, 0, NONE, 9, 10));
  }

  @Test
  void concurrentRead_ofOldOrNewValue_holds() {
    for (long read : new long[] {NONE, 5}) {
      verdict(
          true,
          Call.of(0, 0, Action.PUT, 0, 5, NONE, 1, 10),
          Call.of(1, 0, Action.GET, 0, 0, read, 2, 3));
    }
  }

  @Test
  void concurrentPuts_inTheOrderThatResultsTell_hold() {
    verdict(
        true,
        Call.of(0, 0, Action.PUT, 0, 1, 2, 1, 10),
        Call.of(1, 0, Action.PUT, 0, 2, NONE, 2, 9),
        Call.of(0, 1, Action.GET, 0, 0, 1, 11, 12));
  }

  @Test
  void staleRead_afterTheWriteReturned_fails() {
    verdict(
        false,
        Call.of(0, 0, Action.PUT, 0, 5, NONE, 1, 2),
        Call.of(1, 0, Action.GET, 0, 0, NONE, 3, 4));
  }

  @Test
  void newThenOldRead_duringOneWrite_fails() {
    verdict(
        false,
        Call.of(0, 0, Action.PUT, 0, 5, NONE, 1, 10),
        Call.of(1, 0, Action.GET, 0, 0, 5, 2, 3),
        Call.of(2, 0, Action.GET, 0, 0, NONE, 4, 5));
  }

  @Test
  void lostUpdate_ofTwoAdditions_fails() {
    verdict(
        false, Call.of(0, 0, Action.ADD, 0, 1, 1, 1, 10), Call.of(1, 0, Action.ADD, 0, 1, 1, 2, 9));
  }

  @Test
  void twoPutsIfAbsent_bothWinning_fail() {
    verdict(
        false,
        Call.of(0, 0, Action.PUT_IF_ABSENT, 0, 1, NONE, 1, 10),
        Call.of(1, 0, Action.PUT_IF_ABSENT, 0, 2, NONE, 2, 9));
  }

  @Test
  void storeBuffering_bothMissed_fails() {
    verdict(
        false,
        Call.of(0, 0, Action.PUT, 0, 1, NONE, 1, 5),
        Call.of(0, 1, Action.GET, 1, 0, NONE, 5, 9),
        Call.of(1, 0, Action.PUT, 1, 1, NONE, 1, 5),
        Call.of(1, 1, Action.GET, 0, 0, NONE, 5, 9));
  }

  @Test
  void navigation_overAHoleThatNeverWas_fails() {
    // Key 0 goes after key 1 came, so there is always a key below key 2.
    long[] start = {7, NONE, NONE};
    Call put = Call.of(0, 0, Action.PUT, 1, 8, NONE, 1, 2);
    Call remove = Call.of(0, 1, Action.REMOVE, 0, 0, 7, 3, 4);
    Call lower = Call.of(1, 0, Action.LOWER, 2, 0, NONE, 1, 9);
    assertEquals(false, Linearizability.holds(start, List.of(put, remove, lower), null));
    lower.result = 1L << 32 | 8;
    assertEquals(true, Linearizability.holds(start, List.of(put, remove, lower), null));
  }

  @Test
  void elementsOfABatch_inAnyOrder_hold() {
    verdict(
        true,
        Call.of(0, 0, Action.GET_ELEMENT, 0, 0, NONE, 1, 9),
        Call.of(0, 0, Action.GET_ELEMENT, 1, 0, 6, 1, 9),
        Call.of(1, 0, Action.PUT, 0, 5, NONE, 2, 3),
        Call.of(1, 1, Action.PUT, 1, 6, NONE, 4, 5));
  }

  @Test
  void endState_withoutAWrittenKey_fails() {
    Call put = Call.of(0, 0, Action.PUT, 0, 5, NONE, 1, 2);
    assertEquals(true, Linearizability.holds(EMPTY, List.of(put), new long[] {5, NONE, NONE}));
    assertEquals(false, Linearizability.holds(EMPTY, List.of(put), EMPTY));
  }

  private static void verdict(boolean expected, Call... calls) {
    assertEquals(expected, Linearizability.holds(EMPTY, List.of(calls), null));
  }
}
