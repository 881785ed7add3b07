package dev.madtree.masstree;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.grading.TestGrading;

/**
 * Runs the tests with jcstress's own options and says in a last line what came of it.
 *
 * <p>Exit status: 0 if nothing forbidden was seen, 1 if something was or a test could not run, 2
 * for bad options.
 */
public final class JcstressRun {

  private final SortedSet<String> tests = new TreeSet<>();
  private long samples;
  private long forbidden;
  private long failedRuns;

  private JcstressRun() {}

  /** Runs the tests; the arguments are jcstress's. */
  public static void main(String[] args) throws Exception {
    Options options = new Options(args);
    if (!options.parse()) {
      System.exit(Arrays.asList(args).contains("-h") ? 0 : 2);
    }
    JCStress jcstress = new JCStress(options);
    SortedSet<String> chosen = jcstress.getTests();
    if (options.shouldList()) {
      chosen.forEach(System.out::println);
      return;
    }
    if (chosen.isEmpty()) {
      System.err.printf(
          Locale.ROOT,
          "jcstress: no test matches -t '%s'; -l lists the tests%n",
          options.getTestFilter());
      System.exit(2);
    }
    try {
      jcstress.run();
    } catch (AssertionError failures) {
      // This is how jcstress says that a test has failed; what it saw is in its result file.
    }
    System.exit(summaryOf(options.getResultFile()).print(chosen.size()));
  }

  private static JcstressRun summaryOf(String resultFile) throws Exception {
    InProcessCollector results = new InProcessCollector();
    DiskReadCollector reader = new DiskReadCollector(resultFile, results);
    reader.dump();
    reader.close();
    JcstressRun summary = new JcstressRun();
    results.getTestResults().forEach(summary::add);
    return summary;
  }

  private void add(TestResult result) {
    tests.add(result.getName());
    samples += result.getTotalCount();
    if (result.status() != Status.NORMAL) {
      failedRuns++;
      System.out.printf(Locale.ROOT, "FAILED %s: %s%n", result.getName(), result.status());
      return;
    }
    TestGrading grading = result.grading();
    for (GradingResult outcome : grading.gradingResults.values()) {
      if (outcome.expect == Expect.FORBIDDEN && outcome.count > 0) {
        forbidden += outcome.count;
        System.out.printf(
            Locale.ROOT,
            "FORBIDDEN %s: %s, %,d of %,d samples. %s%n",
            result.getName(),
            outcome.id,
            outcome.count,
            result.getTotalCount(),
            outcome.description);
      }
    }
    if (!grading.isPassed && grading.gradingResults.isEmpty()) {
      failedRuns++;
    }
  }

  /** Prints the last line and returns the exit status. */
  private int print(int chosen) {
    int silent = chosen - tests.size();
    System.out.printf(
        Locale.ROOT,
        "jcstress: %d tests, %,d samples, %,d forbidden outcomes%s%s%n",
        tests.size(),
        samples,
        forbidden,
        failedRuns == 0 ? "" : String.format(Locale.ROOT, ", %d failed runs", failedRuns),
        silent == 0 ? "" : String.format(Locale.ROOT, ", %d tests without a result", silent));
    return forbidden == 0 && failedRuns == 0 && silent == 0 ? 0 : 1;
  }
}
