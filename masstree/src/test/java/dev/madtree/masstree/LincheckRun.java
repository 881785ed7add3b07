package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * Runs Lincheck's two strategies. The model checker interleaves two threads access by access and
 * takes memory to be sequentially consistent; stress runs them for real. Model checking tests bear
 * the tag {@code model-checking}, by which the build runs them in JVMs of their own.
 *
 * <p>{@code -Dlincheck.iterations=N} and {@code -Dlincheck.invocations=N} set how many scenarios
 * the model checker draws and how often it runs each, {@code -Dlincheck.stress.iterations=N} and
 * {@code -Dlincheck.stress.invocations=N} the same for stress. Lincheck draws the same scenarios in
 * every run.
 */
final class LincheckRun {

  private static final int ITERATIONS = Integer.getInteger("lincheck.iterations", 25);
  private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 400);
  private static final int STRESS_ITERATIONS = Integer.getInteger("lincheck.stress.iterations", 25);
  private static final int STRESS_INVOCATIONS =
      Integer.getInteger("lincheck.stress.invocations", 400);

  private LincheckRun() {}

  /** Checks a class of operations against the model of what they return one after another. */
  static void modelCheck(Class<?> operations, Class<?> model) {
    ModelCheckingOptions options = new ModelCheckingOptions();
    // It cannot follow views of byte arrays. What they read and write here is one thread's own,
    // or never changes.
    options.addGuarantee(
        ManagedStrategyGuaranteeKt.forClasses(Key.class.getName()).allMethods().ignore());
    options.addGuarantee(
        ManagedStrategyGuaranteeKt.forClasses(TreeChecker.class.getName()).allMethods().ignore());
    check("model checking", options, ITERATIONS, INVOCATIONS, operations, model);
  }

  /** As {@link #modelCheck}, with threads that run freely. */
  static void stress(Class<?> operations, Class<?> model) {
    StressOptions options = new StressOptions();
    check("stress", options, STRESS_ITERATIONS, STRESS_INVOCATIONS, operations, model);
  }

  private static void check(
      String strategy,
      Options<?, ?> options,
      int iterations,
      int invocations,
      Class<?> operations,
      Class<?> model) {
    options.iterations(iterations).invocationsPerIteration(invocations);
    options.threads(2).actorsPerThread(3).actorsBefore(3).actorsAfter(2);
    options.sequentialSpecification(model);
    assertTimeoutPreemptively(patience(iterations, invocations), () -> options.check(operations));
    System.out.printf(
        "%s, %s: %d scenarios, %d executions of each%n",
        operations.getName().substring(operations.getPackageName().length() + 1),
        strategy,
        iterations,
        invocations);
  }

  /** For a check that hangs; much longer than any that does not. */
  private static Duration patience(int iterations, int invocations) {
    return Duration.ofMinutes(10).plusMillis(100L * iterations * invocations);
  }
}
