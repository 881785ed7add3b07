package dev.madtree.workloads.mttest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.replay.WrongContentException;
import dev.madtree.workloads.structures.ForwardingIndex;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class MttestRunTest {

  private static final long TIME_NS = 20_000_000;

  static Stream<Arguments> everyTestOnEveryStructure() {
    return Stream.of(MttestWorkload.values())
        .flatMap(
            test ->
                Stream.of("masstree", "skiplist", "blink", "mvstore", "treemap-lock", "hashmap")
                    .filter(structure -> !test.hasScans() || !structure.equals("hashmap"))
                    .map(structure -> Arguments.of(test, structure)));
  }

  @ParameterizedTest
  @MethodSource("everyTestOnEveryStructure")
  void run_threeClients_leavesWhatTheyWrote(MttestWorkload test, String label) throws Exception {
    Structure structure = Structure.named(label).orElseThrow();
    OrderedIndex<byte[]> index = structure.create();
    MttestRun run = MttestRun.of(index, test, 3, 2000, TIME_NS, true);
    assertEquals(Optional.empty(), MttestCheck.difference(index, test, run, structure.isOrdered()));
    assertTrue(run.throughput() > 0);
    // A client's own time is never longer than the time of all.
    assertTrue(run.sumOfRates() >= run.throughput() * 0.999);
    if (!test.isTimed()) {
      assertEquals(List.of(2000L, 2000L, 2000L), run.done());
    }
  }

  @Test
  void run_oneClient_countsPutsAndGets() throws Exception {
    Structure structure = Structure.named("skiplist").orElseThrow();
    MttestRun run = MttestRun.of(structure.create(), MttestWorkload.RW1, 1, 500, TIME_NS, true);
    assertEquals(1000, run.operations());
    assertEquals(List.of("put", "get"), List.copyOf(run.throughputs().keySet()));
    assertTrue(run.allocatedBytes() > 0);
  }

  @Test
  void run_structureThatLosesAKey_isCaughtByAGet() {
    Structure structure = Structure.named("test-loser").orElseThrow();
    WrongContentException wrong =
        assertThrows(
            WrongContentException.class,
            () -> MttestRun.of(structure.create(), MttestWorkload.RW1, 2, 500, TIME_NS, true));
    assertTrue(wrong.getMessage().contains("got nothing"), wrong.getMessage());
  }

  @Test
  void check_structureThatLosesAKey_namesIt() throws Exception {
    Structure structure = Structure.named("test-loser").orElseThrow();
    OrderedIndex<byte[]> index = structure.create();
    MttestRun run = MttestRun.of(index, MttestWorkload.SAME, 1, 500, TIME_NS, true);
    String difference = MttestCheck.difference(index, MttestWorkload.SAME, run, true).orElseThrow();
    assertEquals("key 2 has nothing, which no client has written last", difference);
  }

  @Test
  void check_keyThatNobodyWrote_isFound() throws Exception {
    Structure structure = Structure.named("blink").orElseThrow();
    OrderedIndex<byte[]> index = structure.create();
    MttestRun run = MttestRun.of(index, MttestWorkload.SAME, 1, 500, TIME_NS, true);
    index.put(MttestWorkload.SAME.key(77), MttestWorkload.value(78));
    assertEquals(
        Optional.of("the size is 11, expected 10"),
        MttestCheck.difference(index, MttestWorkload.SAME, run, true));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void run_teamsOfAnySize_end(int clients) throws Exception {
    for (MttestWorkload test : MttestWorkload.values()) {
      if (test.isTeamwork()) {
        OrderedIndex<byte[]> index = Structure.named("masstree").orElseThrow().create();
        MttestRun run = MttestRun.of(index, test, clients, 300, TIME_NS, true);
        assertEquals(
            Optional.empty(), MttestCheck.difference(index, test, run, true), test.label());
        OrderedIndex<byte[]> noop = Structure.named("noop").orElseThrow().create();
        MttestRun.of(noop, test, clients, 300, TIME_NS, false);
      }
    }
  }

  /** The skip list, but for one thing. */
  static Stream<Arguments> brokenIndexes() {
    OrderedIndex<byte[]> forgetsToRemove =
        new ForwardingIndex<>() {
          @Override
          public byte[] remove(byte[] key) {
            return get(key);
          }
        };
    return Stream.of(
        Arguments.of(MttestWorkload.WD1, forgetsToRemove, "after it was removed"),
        Arguments.of(MttestWorkload.WD3, forgetsToRemove, "after it was removed"),
        Arguments.of(MttestWorkload.SCAN1, new SkippingIndex(), "missed"),
        Arguments.of(MttestWorkload.RSCAN1, new SkippingIndex(), "missed"),
        Arguments.of(MttestWorkload.CONFLICTSCAN1, new SkippingIndex(), "size is"),
        Arguments.of(MttestWorkload.SPLITREMOVE1, new BlinkingIndex(), "226 is missing"));
  }

  /** Passes every entry but the 50th, and forgets some removals. */
  private static final class SkippingIndex extends ForwardingIndex<byte[]> {
    private long removals;

    @Override
    public byte[] remove(byte[] key) {
      return removals++ % 100 == 50 ? get(key) : super.remove(key);
    }

    @Override
    public long scan(KeyRange range, long limit, EntryVisitor<? super byte[]> visitor) {
      return super.scan(range, limit, skipping(visitor));
    }

    @Override
    public long scanDescending(KeyRange range, long limit, EntryVisitor<? super byte[]> visitor) {
      return super.scanDescending(range, limit, skipping(visitor));
    }

    private static EntryVisitor<byte[]> skipping(EntryVisitor<? super byte[]> visitor) {
      AtomicLong passed = new AtomicLong();
      return (key, value) -> passed.incrementAndGet() == 50 || visitor.visit(key, value);
    }
  }

  /** Finds 16 digits every other time, and puts flags late, so that others look meanwhile. */
  private static final class BlinkingIndex extends ForwardingIndex<byte[]> {
    private final AtomicLong gets = new AtomicLong();

    @Override
    public byte[] get(byte[] key) {
      return key.length == 16 && gets.incrementAndGet() % 2 == 0 ? null : super.get(key);
    }

    @Override
    public byte[] put(byte[] key, byte[] value) {
      if (key.length < 16) {
        LockSupport.parkNanos(1_000_000);
      }
      return super.put(key, value);
    }
  }

  @ParameterizedTest
  @MethodSource("brokenIndexes")
  void run_brokenIndex_isFound(MttestWorkload test, OrderedIndex<byte[]> index, String expected)
      throws Exception {
    String difference;
    try {
      MttestRun run = MttestRun.of(index, test, 3, 300, 5 * TIME_NS, true);
      difference = MttestCheck.difference(index, test, run, true).orElse("");
    } catch (WrongContentException e) {
      difference = e.getMessage();
    }
    assertTrue(difference.contains(expected), difference);
  }
}
