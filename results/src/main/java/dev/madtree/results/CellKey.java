package dev.madtree.results;

import java.util.Objects;

/**
 * The key columns of every table: which structure was measured, under what, where.
 *
 * @param campaignId the campaign's name, {@code <UTC>_<profile>_<revision>}
 * @param envId a short digest of the machine, its system and its JVM
 * @param gitRev the revision that was built, with {@code -dirty} where the tree was changed
 * @param structure the competitor's name
 * @param driver what asked: {@code replay}, {@code ycsb} or {@code jmh}
 * @param workload the operation mix: {@code a} to {@code f} and others
 * @param distribution which keys are asked for: {@code uniform}, {@code zipfian}, …
 * @param keyShape what the keys look like
 * @param keyBytes the mean length of a key in bytes
 * @param valueBytes the size of a value in bytes
 * @param records the number of entries loaded before the clock starts
 * @param threads the number of threads that ask
 * @param jvm the JVM's vendor and version in short
 * @param gc the collector
 * @param heapMb the fixed heap in mebibytes
 * @param traceHash a digest of the operations; equal hashes are equal work
 * @param cellId a short digest of everything above that is not campaign, machine or revision
 */
public record CellKey(
    String campaignId,
    String envId,
    String gitRev,
    String structure,
    String driver,
    String workload,
    String distribution,
    String keyShape,
    double keyBytes,
    int valueBytes,
    long records,
    int threads,
    String jvm,
    String gc,
    int heapMb,
    String traceHash,
    String cellId) {

  /** Checks that nothing is null. */
  public CellKey {
    Objects.requireNonNull(campaignId, "campaignId is missing");
    Objects.requireNonNull(envId, "envId is missing");
    Objects.requireNonNull(gitRev, "gitRev is missing");
    Objects.requireNonNull(structure, "structure is missing");
    Objects.requireNonNull(driver, "driver is missing");
    Objects.requireNonNull(workload, "workload is missing");
    Objects.requireNonNull(distribution, "distribution is missing");
    Objects.requireNonNull(keyShape, "keyShape is missing");
    Objects.requireNonNull(jvm, "jvm is missing");
    Objects.requireNonNull(gc, "gc is missing");
    Objects.requireNonNull(traceHash, "traceHash is missing");
    Objects.requireNonNull(cellId, "cellId is missing");
  }

  /** What the structures that compete in this cell share: all but the structure itself. */
  CellKey contest() {
    return with("", threads, traceHash);
  }

  /** What the thread counts of this structure share: all but the threads and their operations. */
  CellKey scaling() {
    return with(structure, 0, "");
  }

  private CellKey with(String otherStructure, int otherThreads, String otherTrace) {
    return new CellKey(
        campaignId,
        envId,
        gitRev,
        otherStructure,
        driver,
        workload,
        distribution,
        keyShape,
        keyBytes,
        valueBytes,
        records,
        otherThreads,
        jvm,
        gc,
        heapMb,
        otherTrace,
        "");
  }
}
