package dev.madtree.workloads.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.workloads.distributions.Distribution;
import dev.madtree.workloads.mix.Workload;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TurnoverRecorderTest {

  private static final int LENGTH = 256 * 40;

  private static Trace trace(Workload workload, Distribution distribution, int records) {
    return TraceRecorder.record(new TraceRequest(workload, distribution, records, 0, LENGTH, 42));
  }

  static Stream<Arguments> everyRemovalMix() {
    return Stream.of(Workload.DELETE, Workload.CHURN)
        .flatMap(
            workload ->
                Distribution.all().stream()
                    .flatMap(
                        distribution ->
                            Stream.of(1, 2, 3, 1000, 50_000)
                                .map(records -> Arguments.of(workload, distribution, records))));
  }

  @ParameterizedTest
  @MethodSource("everyRemovalMix")
  void record_removals_findTheirKeysAndTheTraceEndsAsItBegan(
      Workload workload, Distribution distribution, int records) {
    Trace trace = trace(workload, distribution, records);
    assertTrue(trace.removes());
    BitSet present = new BitSet();
    present.set(0, records);
    int least = records;
    for (int i = 0; i < LENGTH; i++) {
      int key = trace.keys()[i];
      boolean removes = Operation.ofCode(trace.operations()[i]) == Operation.REMOVE;
      assertEquals(removes, present.get(key), "operation " + i);
      present.set(key, !removes);
      least = Math.min(least, present.cardinality());
      assertTrue(present.cardinality() <= records);
    }
    assertEquals(records, present.cardinality());
    assertEquals(records, present.length());
    int away = workload == Workload.CHURN ? 1 : Math.max(1, records / 4);
    assertTrue(least >= records - away, least + " of " + records);
    assertTrue(trace.lastKey() < records + LENGTH / 4);
  }

  @Test
  void record_delete_takesEveryKeyOnceInAWindow() {
    Trace trace = trace(Workload.DELETE, Distribution.UNIFORM, 4000);
    Set<Integer> gone = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertEquals(Operation.REMOVE, Operation.ofCode(trace.operations()[i]));
      assertTrue(gone.add(trace.keys()[i]));
    }
    Set<Integer> back = new HashSet<>();
    for (int i = 1000; i < 2000; i++) {
      assertEquals(Operation.INSERT, Operation.ofCode(trace.operations()[i]));
      assertTrue(back.add(trace.keys()[i]));
    }
    assertEquals(gone, back);
    List<Integer> order = Arrays.stream(trace.keys()).boxed().toList();
    assertFalse(order.subList(0, 1000).equals(order.subList(1000, 2000)));
  }

  @Test
  void record_churnByADistribution_takesPlacesByItsLaw() {
    Trace uniform = trace(Workload.CHURN, Distribution.UNIFORM, 1000);
    Trace hot = trace(Workload.CHURN, Distribution.zipfian(1.2), 1000);
    assertTrue(shortLived(hot) > 2 * shortLived(uniform));
  }

  /** How many keys go within a hundred operations after they came. */
  private static long shortLived(Trace trace) {
    int[] came = new int[trace.lastKey() + 1];
    long count = 0;
    for (int i = 0; i < LENGTH / 2; i++) {
      int key = trace.keys()[i];
      if (Operation.ofCode(trace.operations()[i]) == Operation.INSERT) {
        came[key] = i;
      } else if (came[key] > 0 && i - came[key] < 100) {
        count++;
      }
    }
    return count;
  }

  @Test
  void record_withoutAKey_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> trace(Workload.CHURN, Distribution.UNIFORM, 0));
  }

  @Test
  void ownGlobalKey_sharesAndInserts_areDisjoint() {
    int records = 11;
    Set<Long> all = new HashSet<>();
    for (int thread = 0; thread < 3; thread++) {
      for (long key = 0; key < 3 + 5; key++) {
        long global = Trace.ownGlobalKey(key, 3, records, thread, 3);
        assertEquals(key < 3, global < records);
        assertTrue(all.add(global), "key " + global);
      }
    }
  }
}
