package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Linearizability by Lincheck, which interleaves threads access by access and, for stress, runs
 * them for real. The model checker takes memory to be sequentially consistent.
 *
 * <p>It cannot follow views of byte arrays, which copy whole slices of keys, so keys are longs, and
 * navigation, which builds keys, is under stress alone. {@code -Dlincheck.iterations=N} and {@code
 * -Dlincheck.invocations=N} set how many scenarios are drawn and how often each is run.
 */
class LincheckTest {

  private static final int ITERATIONS = Integer.getInteger("lincheck.iterations", 4);
  private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 200);

  /** For a check that hangs; longer than any that does not. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void longKeys_modelChecked_areLinearizable() {
    check(new ModelCheckingOptions(), LongKeys.class);
  }

  @Test
  void longKeys_underStress_areLinearizable() {
    check(new StressOptions(), LongKeys.class);
  }

  @Test
  void navigation_underStress_isLinearizable() {
    check(new StressOptions(), Navigating.class);
  }

  @Test
  void inlineValues_modelChecked_areLinearizable() {
    check(new ModelCheckingOptions(), InlineValues.class);
  }

  @Test
  void inlineValues_underStress_areLinearizable() {
    check(new StressOptions(), InlineValues.class);
  }

  private static void check(Options<?, ?> options, Class<?> operations) {
    options.iterations(ITERATIONS).invocationsPerIteration(INVOCATIONS);
    options.threads(2).actorsPerThread(3).actorsBefore(4).actorsAfter(2);
    options.sequentialSpecification(Model.class);
    assertTimeoutPreemptively(PATIENCE, () -> options.check(operations));
  }

  /** Point operations on values by reference. */
  @Param(name = "key", gen = IntGen.class, conf = "1:6")
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public static class LongKeys {

    private final Masstree<Integer> tree = new Masstree<>(Fanout.SMALL);

    @Operation
    public Integer get(@Param(name = "key") int key) {
      return tree.get(key);
    }

    @Operation
    public Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.put((long) key, (Integer) value);
    }

    @Operation
    public Integer putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.putIfAbsent((long) key, (Integer) value);
    }

    @Operation
    public Integer remove(@Param(name = "key") int key) {
      return tree.remove(key);
    }
  }

  /** Neighbours among keys that come and go. */
  @Param(name = "key", gen = IntGen.class, conf = "1:6")
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public static class Navigating {

    private final Masstree<Integer> tree = new Masstree<>(Fanout.SMALL);

    @Operation
    public Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.put(bytes(key), (Integer) value);
    }

    @Operation
    public Integer remove(@Param(name = "key") int key) {
      return tree.remove(bytes(key));
    }

    @Operation
    public String first() {
      return show(tree.first());
    }

    @Operation
    public String last() {
      return show(tree.last());
    }

    @Operation
    public String floor(@Param(name = "key") int key) {
      return show(tree.floor(bytes(key)));
    }

    @Operation
    public String higher(@Param(name = "key") int key) {
      return show(tree.higher(bytes(key)));
    }

    private static byte[] bytes(int key) {
      return new byte[] {(byte) key};
    }

    private static String show(Entry<Integer> entry) {
      return entry == null ? null : entry.key()[0] + "=" + entry.value();
    }
  }

  /** Point operations on values in the nodes. */
  @Param(name = "key", gen = IntGen.class, conf = "1:6")
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public static class InlineValues {

    private final MasstreeIndex tree = new MasstreeIndex(0, Fanout.SMALL);

    @Operation
    public Integer get(@Param(name = "key") int key) {
      return orNull(tree.get(key));
    }

    @Operation
    public Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
      return orNull(tree.put(key, value));
    }

    @Operation
    public Integer putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
      return orNull(tree.putIfAbsent(key, value));
    }

    @Operation
    public Integer remove(@Param(name = "key") int key) {
      return orNull(tree.remove(key));
    }

    private static Integer orNull(long value) {
      return value == 0 ? null : (Integer) (int) value;
    }
  }

  /** What the calls return one after another. */
  public static class Model {

    private final TreeMap<Integer, Integer> map = new TreeMap<>();

    public Integer get(int key) {
      return map.get(key);
    }

    public Integer put(int key, int value) {
      return map.put(key, value);
    }

    public Integer putIfAbsent(int key, int value) {
      return map.putIfAbsent(key, value);
    }

    public Integer remove(int key) {
      return map.remove(key);
    }

    public String first() {
      return show(map.firstEntry());
    }

    public String last() {
      return show(map.lastEntry());
    }

    public String floor(int key) {
      return show(map.floorEntry(key));
    }

    public String higher(int key) {
      return show(map.higherEntry(key));
    }

    private static String show(Map.Entry<Integer, Integer> entry) {
      return entry == null ? null : entry.getKey() + "=" + entry.getValue();
    }
  }
}
