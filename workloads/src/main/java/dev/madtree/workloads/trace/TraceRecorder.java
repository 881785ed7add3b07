package dev.madtree.workloads.trace;

import java.util.Properties;
import java.util.SplittableRandom;
import site.ycsb.WorkloadException;
import site.ycsb.measurements.Measurements;
import site.ycsb.workloads.CoreWorkload;

/**
 * Records what YCSB's own {@link CoreWorkload} asks of a database.
 *
 * <p>The semantics stay YCSB's: {@code doTransaction} runs against a database that writes down what
 * it is asked. Only the generators in the workload's protected fields are exchanged for seeded
 * ones, so that a seed gives the same trace everywhere.
 */
public final class TraceRecorder extends CoreWorkload {

  private final TraceRequest request;
  private final RecordingDb db;

  private TraceRecorder(TraceRequest request) {
    this.request = request;
    this.db =
        new RecordingDb(
            request.length(), request.workload().readsInBatches(), request.workload().scanGroup());
  }

  /**
   * Records one thread's trace. Where keys are removed it is drawn by ourselves.
   *
   * @throws IllegalArgumentException if the workload's properties are not what YCSB accepts
   */
  public static Trace record(TraceRequest request) {
    if (request.workload().removes()) {
      return TurnoverRecorder.record(request);
    }
    // YCSB keeps these in a static field and its workloads ask for them when they are made.
    Measurements.setProperties(new Properties());
    TraceRecorder recorder = new TraceRecorder(request);
    try {
      recorder.prepare();
    } catch (WorkloadException e) {
      throw new IllegalArgumentException(
          "YCSB refuses workload " + request.workload().label() + ": " + e.getMessage(), e);
    }
    for (int i = 0; i < request.length(); i++) {
      recorder.doTransaction(recorder.db, null);
    }
    return recorder.db.trace(request.records());
  }

  private void prepare() throws WorkloadException {
    Properties properties = request.workload().properties();
    properties.setProperty("recordcount", Long.toString(request.records()));
    properties.setProperty("operationcount", Long.toString(request.length()));
    // One short field: values are the replay's business, and building them would cost most.
    properties.setProperty(FIELD_COUNT_PROPERTY, "1");
    properties.setProperty(FIELD_LENGTH_PROPERTY, "1");
    // The key chooser is exchanged below; this one is the cheapest to make.
    properties.setProperty(REQUEST_DISTRIBUTION_PROPERTY, "uniform");
    init(properties);
    SplittableRandom random = new SplittableRandom(request.threadSeed());
    operationchooser = SeededMix.of(properties, random.split());
    keychooser =
        request
            .distribution()
            .create(request.records(), transactioninsertkeysequence, random.split());
    scanlength = SeededScanLength.of(properties, random.split());
  }

  /** Writes the number down; the key's bytes are made by the replay, in the wanted shape. */
  @Override
  protected String buildKeyName(long keynum) {
    db.choose(keynum);
    return "";
  }
}
