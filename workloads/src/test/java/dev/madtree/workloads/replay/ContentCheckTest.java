package dev.madtree.workloads.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.competitors.Competitor;
import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.distributions.Distribution;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.mix.Workload;
import dev.madtree.workloads.structures.ForwardingIndex;
import dev.madtree.workloads.structures.LosingStructure;
import dev.madtree.workloads.structures.StaleStructure;
import dev.madtree.workloads.trace.Operation;
import dev.madtree.workloads.trace.Trace;
import dev.madtree.workloads.trace.TraceRecorder;
import dev.madtree.workloads.trace.TraceRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCheckTest {

  private static final int RECORDS = 2000;
  private static final int LENGTH = 256 * 20;

  private static <V> Replay<V> loaded(
      OrderedIndex<V> index, Values<V> values, Workload workload, int threads) throws Exception {
    List<Trace> traces = new ArrayList<>();
    int records = workload.removes() ? RECORDS / threads : RECORDS;
    for (int thread = 0; thread < threads; thread++) {
      traces.add(
          TraceRecorder.record(
              new TraceRequest(workload, Distribution.UNIFORM, records, thread, LENGTH, 1)));
    }
    byte[][] keys = KeyShape.YCSB.keys(Replay.keysInAll(RECORDS, traces));
    Replay<V> replay = new Replay<>(index, values, keys, RECORDS, traces, 16);
    Loading.load(replay, KeyShape.YCSB, 9, 2, () -> {});
    return replay;
  }

  /** Replays so many batches of every thread, the threads side by side. */
  private static void run(Replay<?> replay, int batches) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Replayer<?> replayer : replay.replayers()) {
      replayer.sample(true);
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < batches; i++) {
                  replayer.batch();
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @ParameterizedTest
  @EnumSource(Workload.class)
  void difference_ofASoundIndex_isNone(Workload workload) throws Exception {
    for (int batches : new int[] {0, 1, 13, 20, 33, 50}) {
      Replay<Long> replay = loaded(Competitor.SKIPLIST.create(), new LongValues(), workload, 2);
      run(replay, batches);
      assertEquals(Optional.empty(), ContentCheck.difference(replay), batches + " batches");
      assertEquals(256L * batches, replay.replayers().get(0).executed());
    }
  }

  static Stream<Arguments> everyStructureUnderRemovals() {
    return Stream.of(Competitor.values())
        .filter(Competitor::storesEntries)
        .flatMap(
            competitor ->
                Stream.of(Workload.DELETE, Workload.CHURN)
                    .map(workload -> Arguments.of(competitor, workload)));
  }

  @ParameterizedTest
  @MethodSource("everyStructureUnderRemovals")
  void difference_afterRemovalsByThreeThreads_isNone(Competitor competitor, Workload workload)
      throws Exception {
    for (int batches : new int[] {7, 31}) {
      Replay<Long> replay = loaded(competitor.create(), new LongValues(), workload, 3);
      run(replay, batches);
      assertEquals(Optional.empty(), ContentCheck.difference(replay), batches + " batches");
      assertTrue(replay.index().size() >= RECORDS * 3 / 4);
      assertTrue(replay.index().size() <= RECORDS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void difference_ofALostRemoval_isFound(int threads) throws Exception {
    for (Workload workload : new Workload[] {Workload.DELETE, Workload.CHURN}) {
      OrderedIndex<Long> index =
          new ForwardingIndex<>() {
            @Override
            public Long remove(byte[] key) {
              return super.get(key);
            }
          };
      Replay<Long> replay = loaded(index, new LongValues(), workload, threads);
      run(replay, 1);
      String difference = ContentCheck.difference(replay).orElseThrow();
      assertTrue(
          difference.matches(".*(it was removed|removed it in operation|met a key).*"), difference);
    }
  }

  @Test
  void difference_ofAKeyThatComesBack_isFound() throws Exception {
    Replay<Long> replay =
        loaded(Competitor.SKIPLIST.create(), new LongValues(), Workload.DELETE, 1);
    // A quarter of the keys has gone and come back; the last of these batches takes some again.
    run(replay, 5);
    Replayer<Long> remover = replay.replayers().get(0);
    int[] numbers = remover.keyNumbers();
    int back = 500;
    int again = 1000;
    while (numbers[back] != numbers[again]) {
      back = back == 999 ? 500 : back + 1;
      again += back == 500 ? 1 : 0;
    }
    assertEquals(Operation.REMOVE, Operation.ofCode(remover.operations()[again]));
    assertTrue(again < 256 * 5, "the seed has no key that goes again");
    replay.index().put(replay.keys()[numbers[again]], Stamp.written(0, back));
    String difference = ContentCheck.difference(replay).orElseThrow();
    assertTrue(difference.contains("but that thread removed it in operation"), difference);
  }

  @Test
  void difference_ofAnInsertThatMetAKey_isFound() throws Exception {
    OrderedIndex<Long> index =
        new ForwardingIndex<>() {
          @Override
          public Long put(byte[] key, Long value) {
            super.put(key, value);
            return 1L;
          }
        };
    Replay<Long> replay = loaded(index, new LongValues(), Workload.CHURN, 1);
    run(replay, 1);
    String difference = ContentCheck.difference(replay).orElseThrow();
    assertTrue(difference.startsWith("128 operations of thread 0 met a key"), difference);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 100})
  void difference_ofByteArrayValues_isNone(int bytes) throws Exception {
    Replay<byte[]> replay =
        loaded(Competitor.SKIPLIST.create(), new ByteArrayValues(bytes), Workload.F, 2);
    run(replay, 7);
    assertEquals(Optional.empty(), ContentCheck.difference(replay));
  }

  @Test
  void difference_ofALostKey_namesIt() throws Exception {
    Replay<Long> replay = loaded(new LosingStructure().create(), new LongValues(), Workload.C, 1);
    run(replay, 3);
    String difference = ContentCheck.difference(replay).orElseThrow();
    assertTrue(difference.matches("key \"user\\d+\" is lost"), difference);
  }

  @Test
  void difference_ofALostUpdate_namesTheKey() throws Exception {
    Replay<Long> replay = loaded(new StaleStructure().create(), new LongValues(), Workload.A, 1);
    run(replay, 3);
    String difference = ContentCheck.difference(replay).orElseThrow();
    assertTrue(difference.contains("still holds its loaded value"), difference);
  }

  @Test
  void difference_ofAnOverwrittenValue_namesTheThread() throws Exception {
    Replay<Long> replay = loaded(Competitor.SKIPLIST.create(), new LongValues(), Workload.A, 2);
    run(replay, 20);
    Replayer<Long> writer = replay.replayers().get(1);
    int position = 0;
    while (writer.operations()[position] != 1) {
      position++;
    }
    byte[] key = replay.keys()[writer.keyNumbers()[position]];
    // The trace ran once; whether it wrote the key again later decides what is wrong with this.
    replay.index().put(key, Stamp.written(1, 256 * 20 + position));
    String difference = ContentCheck.difference(replay).orElseThrow();
    assertTrue(difference.contains("of thread 1"), difference);
  }

  @Test
  void difference_ofAForeignKey_isToldAsSuch() throws Exception {
    Replay<Long> replay = loaded(Competitor.SKIPLIST.create(), new LongValues(), Workload.C, 1);
    replay.index().put(new byte[] {0, 1}, 5L);
    String difference = ContentCheck.difference(replay).orElseThrow();
    assertTrue(difference.contains("key 0x0001 holds a value that was never written"), difference);
  }

  @Test
  void difference_ofAWrongSize_isFound() throws Exception {
    OrderedIndex<Long> index =
        new ForwardingIndex<>() {
          @Override
          public long size() {
            return super.size() + 1;
          }
        };
    Replay<Long> replay = loaded(index, new LongValues(), Workload.C, 1);
    assertEquals(
        "size() says 2001 entries, but 2000 are found",
        ContentCheck.difference(replay).orElseThrow());
  }

  @Test
  void batch_sampling_timesOneOfSoMany() throws Exception {
    Replay<Long> replay = loaded(Competitor.SKIPLIST.create(), new LongValues(), Workload.C, 1);
    run(replay, 16);
    long timed =
        replay.replayers().get(0).serviceTimes().values().stream()
            .mapToLong(each -> each.getTotalCount())
            .sum();
    assertEquals(256, timed);
  }

  @Test
  void batch_multiget_asksForSixteenKeysAtOnce() throws Exception {
    AtomicLong batches = new AtomicLong();
    AtomicLong found = new AtomicLong();
    OrderedIndex<Object> counting =
        new ForwardingIndex<>() {
          @Override
          public void getAll(byte[][] keys, Object[] values) {
            super.getAll(keys, values);
            batches.incrementAndGet();
            found.addAndGet(Arrays.stream(values).filter(Objects::nonNull).count());
          }
        };
    Replay<Long> replay = loaded(asLongs(counting), new LongValues(), Workload.MULTIGET, 1);
    run(replay, 16);
    assertEquals(256, batches.get());
    assertEquals(4096, found.get());
  }

  @SuppressWarnings("unchecked") // It forwards whatever it is given.
  private static OrderedIndex<Long> asLongs(OrderedIndex<?> index) {
    return (OrderedIndex<Long>) index;
  }
}
