package dev.madtree.workloads.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Everything that decides a campaign, checked.
 *
 * @param structures labels of what is measured
 * @param workloads labels of the mixes
 * @param drivers labels of the drivers that ask the mixes
 * @param distributions labels of the distributions
 * @param keyShapes labels of the key shapes
 * @param keys how many entries are loaded
 * @param valueSizes how large values are, in bytes
 * @param threads how many threads ask
 * @param gcs labels of the collectors
 * @param rounds how many forks each cell gets
 * @param timing how long each fork measures
 * @param traceOperations how many operations a trace has
 * @param sampleEvery one of how many operations is timed
 * @param loadThreads how many threads load
 * @param heapMb the fixed heap of a fork, in mebibytes
 * @param forkTimeoutS how many seconds, beyond four times those planned, a fork may take
 * @param timeS the most seconds that the whole may take, if there is a limit
 * @param jvm the home of the JVM that is measured; the running one's if absent
 * @param classpath the user's own jars, absolute
 * @param seed the seed of everything random
 * @param tag the user's own word, empty if none
 * @param texts every setting as it was written, by key
 */
public record CampaignSettings(
    List<String> structures,
    List<String> workloads,
    List<String> drivers,
    List<String> distributions,
    List<String> keyShapes,
    List<Long> keys,
    List<Integer> valueSizes,
    List<Integer> threads,
    List<String> gcs,
    int rounds,
    Timing timing,
    int traceOperations,
    int sampleEvery,
    int loadThreads,
    int heapMb,
    double forkTimeoutS,
    OptionalDouble timeS,
    Optional<Path> jvm,
    List<Path> classpath,
    long seed,
    String tag,
    TreeMap<String, String> texts) {

  /**
   * How long each fork measures.
   *
   * @param warmupIterations iterations that are not counted
   * @param warmupS seconds of each of them
   * @param measureIterations iterations that are counted
   * @param measureS seconds of each of them
   */
  public record Timing(
      int warmupIterations, double warmupS, int measureIterations, double measureS) {

    /** Returns the seconds of all iterations. */
    public double totalS() {
      return warmupIterations * warmupS + measureIterations * measureS;
    }
  }

  /**
   * Checks settings; later maps replace what earlier ones say.
   *
   * @param layers the defaults first
   * @throws ConfigurationException with everything that is wrong
   */
  public static CampaignSettings of(List<Map<Setting, Given>> layers)
      throws ConfigurationException {
    return new SettingsReader(layers).read();
  }
}
