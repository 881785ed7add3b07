package dev.madtree.workloads.driver;

import dev.madtree.workloads.trace.TraceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A way of asking: which workloads there are, which structures can be asked, and the program that
 * does it in a fork.
 *
 * <p>A new one is a class and a line in {@link Drivers}.
 */
public interface Driver {

  /** Returns the name used in records and charts. */
  String label();

  /** Returns what it does, in one line. */
  String description();

  /**
   * Returns whether its workloads are its own, so that asking for one of them chooses the driver.
   * The workloads of the others are asked by those that the settings name.
   */
  default boolean isChosenByWorkload() {
    return false;
  }

  /** Returns whether its figures differ so much from fork to fork that one fork says little. */
  default boolean variesByFork() {
    return true;
  }

  /** Returns the main class of a fork: it reads a specification and leaves a record. */
  Class<?> fork();

  /** Returns what each workload is, by the label it has in commands, records and charts. */
  Map<String, String> workloads();

  /** Returns what each structure is, by the label it has in commands, records and charts. */
  Map<String, String> structures();

  /** Returns the most threads that can ask at once. */
  default int mostThreads() {
    return Integer.MAX_VALUE;
  }

  /** Returns whether a structure can do all that a workload asks. */
  default boolean answers(String structure, String workload) {
    return structures().containsKey(structure);
  }

  /** Returns why a cell cannot be measured at all, in words; nothing if it can. */
  default Optional<String> refusal(PlannedCell asked) {
    return Optional.empty();
  }

  /** Returns a cell as it is measured: the same but for conditions that do not apply. */
  PlannedCell planned(PlannedCell asked);

  /** Returns the mean length of a cell's keys, in bytes. */
  double meanKeyBytes(PlannedCell cell);

  /**
   * Returns the traces that a cell's forks read, one a thread.
   *
   * @param operations how many operations each has
   * @param seed the campaign's
   */
  default List<TraceRequest> traces(PlannedCell cell, int operations, long seed) {
    return List.of();
  }

  /**
   * Returns what, beside traces, decides what is asked, as a text that differs wherever it does.
   *
   * @param seed the campaign's
   */
  String work(PlannedCell cell, long seed);

  /**
   * Returns about how many seconds the loading and measuring of one fork take.
   *
   * @param timed the seconds of all iterations that are ended by time
   * @param iterations how many iterations there are, warm-up included
   * @param loadThreads how many threads load
   */
  double seconds(PlannedCell cell, double timed, int iterations, int loadThreads);
}
