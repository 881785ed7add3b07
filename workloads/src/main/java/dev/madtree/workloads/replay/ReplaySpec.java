package dev.madtree.workloads.replay;

import dev.madtree.results.CellKey;
import java.util.List;

/**
 * What one fork shall do, as its parent writes it down.
 *
 * @param cell what is measured
 * @param round the round of the campaign, from 0
 * @param attempt 0, or higher where a noisy fork is repeated
 * @param traces the trace files, one a thread
 * @param seed decides the order of the load
 * @param loadThreads how many threads load
 * @param warmupIterations how many iterations are not counted
 * @param warmupSeconds how long each of them takes
 * @param measureIterations how many iterations are counted
 * @param measureSeconds how long each of them takes
 * @param sampleEvery one of so many operations is timed
 * @param result the file that the fork's record is written to
 */
public record ReplaySpec(
    CellKey cell,
    int round,
    int attempt,
    List<String> traces,
    long seed,
    int loadThreads,
    int warmupIterations,
    double warmupSeconds,
    int measureIterations,
    double measureSeconds,
    int sampleEvery,
    String result) {}
