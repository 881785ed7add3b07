package dev.madtree.workloads.trace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.workloads.distributions.Distribution;
import dev.madtree.workloads.mix.Workload;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import site.ycsb.generator.NumberGenerator;
import site.ycsb.generator.ScrambledZipfianGenerator;
import site.ycsb.measurements.Measurements;
import site.ycsb.workloads.CoreWorkload;

/**
 * Holds recorded traces against what the core workload does with its own generators, which cannot
 * be seeded: the bound is one that equal laws exceed once in a million runs.
 */
class TraceLawTest {

  private static final int LENGTH = 256 * 400;
  private static final int RECORDS = 500;
  private static final long SEED = 42;
  private static final double ONE_IN_A_MILLION = 4.76;

  /** The core workload as it is, but for the database and the number of keys. */
  private static final class Genuine extends CoreWorkload {

    private final RecordingDb db = new RecordingDb(LENGTH, false, 1);

    static Trace trace(Workload workload) throws Exception {
      Measurements.setProperties(new Properties());
      Genuine genuine = new Genuine();
      Properties properties = workload.properties();
      properties.setProperty("recordcount", Integer.toString(RECORDS));
      properties.setProperty("operationcount", Integer.toString(LENGTH));
      properties.setProperty(FIELD_COUNT_PROPERTY, "1");
      properties.setProperty(FIELD_LENGTH_PROPERTY, "1");
      genuine.init(properties);
      if (properties.getProperty(REQUEST_DISTRIBUTION_PROPERTY).equals("zipfian")) {
        // The workload would draw from more keys than are there, and draw again.
        NumberGenerator loadedOnly = new ScrambledZipfianGenerator(0, RECORDS - 1);
        genuine.keychooser = loadedOnly;
      }
      for (int i = 0; i < LENGTH; i++) {
        genuine.doTransaction(genuine.db, null);
      }
      return genuine.db.trace(RECORDS);
    }

    @Override
    protected String buildKeyName(long number) {
      db.choose(number);
      return "";
    }
  }

  @ParameterizedTest
  @EnumSource(value = Workload.class, names = "[A-F]", mode = EnumSource.Mode.MATCH_ALL)
  void record_everyMix_hasTheLawsOfTheCoreWorkload(Workload workload) throws Exception {
    String wanted = workload.properties().getProperty("requestdistribution");
    Distribution distribution =
        wanted.equals("zipfian")
            ? Distribution.ZIPFIAN_YCSB
            : Distribution.named(wanted).orElseThrow();
    Trace ours =
        TraceRecorder.record(new TraceRequest(workload, distribution, RECORDS, 0, LENGTH, SEED));
    Trace theirs = Genuine.trace(workload);
    String seed = workload + ", seed " + SEED + ": ";
    assertSameLaw(seed + "operations", operations(ours), operations(theirs));
    assertSameLaw(seed + "keys", keys(ours), keys(theirs));
    assertSameLaw(seed + "scan lengths", scanLengths(ours), scanLengths(theirs));
  }

  private static long[] operations(Trace trace) {
    long[] counts = new long[Operation.values().length];
    for (byte code : trace.operations()) {
      counts[code]++;
    }
    return counts;
  }

  /**
   * Loaded keys by number; where keys are inserted and asked for, the two youngest and all others:
   * YCSB's law over age is Zipf's for these two alone once the number of keys has grown, because
   * its generator keeps one of its terms from the beginning. Ours is Zipf's at every age.
   */
  private static long[] keys(Trace trace) {
    long[] counts = new long[RECORDS];
    int oldest = asksForInserted(trace) ? 2 : RECORDS - 1;
    int last = RECORDS - 1;
    boolean byAge = oldest == 2;
    for (int i = 0; i < trace.length(); i++) {
      if (Operation.ofCode(trace.operations()[i]) == Operation.INSERT) {
        last = trace.keys()[i];
      } else {
        int key = byAge ? last - trace.keys()[i] : trace.keys()[i];
        counts[Math.min(key, oldest)]++;
      }
    }
    return counts;
  }

  private static boolean asksForInserted(Trace trace) {
    for (int i = 0; i < trace.length(); i++) {
      if (Operation.ofCode(trace.operations()[i]) != Operation.INSERT
          && trace.keys()[i] >= RECORDS) {
        return true;
      }
    }
    return false;
  }

  private static long[] scanLengths(Trace trace) {
    long[] counts = new long[101];
    for (short length : trace.scanLengths()) {
      counts[length]++;
    }
    return counts;
  }

  /** The chi-squared test of two samples of about the same size, by Wilson and Hilferty. */
  private static void assertSameLaw(String what, long[] ours, long[] theirs) {
    double all = 0;
    double allTheirs = 0;
    for (int i = 0; i < ours.length; i++) {
      all += ours[i];
      allTheirs += theirs[i];
    }
    double chiSquared = 0;
    int degrees = -1;
    for (int i = 0; i < ours.length; i++) {
      double both = ours[i] + theirs[i];
      if (both > 0) {
        degrees++;
        double off = ours[i] * Math.sqrt(allTheirs / all) - theirs[i] * Math.sqrt(all / allTheirs);
        chiSquared += off * off / both;
      }
    }
    if (degrees > 0) {
      double spread = 2.0 / (9 * degrees);
      double deviations = (Math.cbrt(chiSquared / degrees) - (1 - spread)) / Math.sqrt(spread);
      assertTrue(
          deviations < ONE_IN_A_MILLION,
          what + ": chi-squared is " + chiSquared + " with " + degrees + " degrees of freedom");
    }
  }
}
