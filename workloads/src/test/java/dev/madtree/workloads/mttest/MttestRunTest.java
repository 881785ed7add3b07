package dev.madtree.workloads.mttest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.replay.WrongContentException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class MttestRunTest {

  private static final long TIME_NS = 20_000_000;

  static Stream<Arguments> everyTestOnEveryStructure() {
    return Stream.of(MttestWorkload.values())
        .flatMap(
            test ->
                Stream.of("masstree", "skiplist", "blink", "mvstore", "treemap-lock", "hashmap")
                    .map(structure -> Arguments.of(test, structure)));
  }

  @ParameterizedTest
  @MethodSource("everyTestOnEveryStructure")
  void run_threeClients_leavesWhatTheyWrote(MttestWorkload test, String label) throws Exception {
    Structure structure = Structure.named(label).orElseThrow();
    OrderedIndex<byte[]> index = structure.create();
    MttestRun run = MttestRun.of(index, test, 3, 2000, TIME_NS, true);
    assertEquals(
        Optional.empty(), MttestCheck.difference(index, test, run.done(), structure.isOrdered()));
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
    String difference =
        MttestCheck.difference(index, MttestWorkload.SAME, run.done(), true).orElseThrow();
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
        MttestCheck.difference(index, MttestWorkload.SAME, run.done(), true));
  }
}
