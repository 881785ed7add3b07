package dev.madtree.competitors.blink;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.TreeMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Linearizability of the B-link tree by Lincheck: nodes of four entries, so that splits and merges
 * are in every scenario. The properties are those of the Masstree's Lincheck tests.
 */
class BlinkLincheckTest {

  private static final int LEAST = 3;
  private static final int GREATEST = 6;

  @Test
  @Tag("model-checking")
  void pointOperations_modelChecked_areLinearizable() {
    ModelCheckingOptions options = new ModelCheckingOptions();
    // It cannot follow views of byte arrays; the keys that they read never change.
    options.addGuarantee(
        ManagedStrategyGuaranteeKt.forClasses(
                KeyBytes.class.getName(), BlinkChecker.class.getName())
            .allMethods()
            .ignore());
    check(options, property("iterations", 25), property("invocations", 400));
  }

  @Test
  void pointOperations_underStress_areLinearizable() {
    check(
        new StressOptions(),
        property("stress.iterations", 25),
        property("stress.invocations", 400));
  }

  private static int property(String name, int otherwise) {
    return Integer.getInteger("lincheck." + name, otherwise);
  }

  private static void check(Options<?, ?> options, int iterations, int invocations) {
    options.iterations(iterations).invocationsPerIteration(invocations);
    options.threads(2).actorsPerThread(3).actorsBefore(3).actorsAfter(2);
    options.sequentialSpecification(Model.class);
    // For a check that hangs; much longer than any that does not.
    Duration patience = Duration.ofMinutes(10).plusMillis(100L * iterations * invocations);
    assertTimeoutPreemptively(patience, () -> options.check(Operations.class));
  }

  /** One full node at first. */
  @Param(name = "key", gen = IntGen.class, conf = "1:8")
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public static class Operations {

    private final BlinkTree<Integer> tree = new BlinkTree<>(BlinkTree.MINIMUM_WIDTH);

    public Operations() {
      for (int key = LEAST; key <= GREATEST; key++) {
        tree.put(bytes(key), key);
      }
    }

    @Operation
    public Integer get(@Param(name = "key") int key) {
      return tree.get(bytes(key));
    }

    @Operation
    public Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.put(bytes(key), value);
    }

    @Operation
    public Integer putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.putIfAbsent(bytes(key), value);
    }

    @Operation
    public boolean replace(
        @Param(name = "key") int key,
        @Param(name = "value") int expected,
        @Param(name = "value") int update) {
      return tree.replace(bytes(key), expected, update);
    }

    @Operation
    public Integer remove(@Param(name = "key") int key) {
      return tree.remove(bytes(key));
    }

    @Validate
    public void structureIsSound() {
      BlinkChecker.check(tree);
    }

    private static byte[] bytes(int key) {
      return new byte[] {(byte) key};
    }
  }

  /** What the calls return one after another. */
  public static class Model {

    private final TreeMap<Integer, Integer> map = new TreeMap<>();

    public Model() {
      for (int key = LEAST; key <= GREATEST; key++) {
        map.put(key, key);
      }
    }

    public Integer get(int key) {
      return map.get(key);
    }

    public Integer put(int key, int value) {
      return map.put(key, value);
    }

    public Integer putIfAbsent(int key, int value) {
      return map.putIfAbsent(key, value);
    }

    public boolean replace(int key, int expected, int update) {
      return map.replace(key, expected, update);
    }

    public Integer remove(int key) {
      return map.remove(key);
    }
  }
}
