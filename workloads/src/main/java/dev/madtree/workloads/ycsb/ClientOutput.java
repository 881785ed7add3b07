package dev.madtree.workloads.ycsb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the lines that YCSB's client prints say about success. Its exit status says nothing: it is 0
 * whatever happened.
 */
final class ClientOutput {

  private static final Pattern RETURN = Pattern.compile("\\[([A-Z-]+)], Return=(\\w+), (\\d+)");
  private static final Pattern COUNT =
      Pattern.compile("\\[READ-MODIFY-WRITE], (?:Total )?Operations, (\\d+)");
  private static final Pattern CHECKPOINT = Pattern.compile("\\[MADTREE], Checkpointed.*");

  private final Map<String, Long> refused = new TreeMap<>();
  private long answered;
  private long readModifyWrites;
  private boolean hasCheckpoint;

  /** Takes one line. */
  void add(String line) {
    Matcher answer = RETURN.matcher(line);
    if (answer.matches()) {
      long count = Long.parseLong(answer.group(3));
      answered += count;
      if (!answer.group(2).equals("OK")) {
        refused.merge(answer.group(1) + " " + answer.group(2), count, Long::sum);
      }
    }
    Matcher count = COUNT.matcher(line);
    if (count.matches()) {
      readModifyWrites += Long.parseLong(count.group(1));
    }
    hasCheckpoint |= CHECKPOINT.matcher(line).matches();
  }

  /**
   * Returns what is wrong, nothing if all went well.
   *
   * @param expected the number of operations to be done, or a negative number if time ends the run
   * @param mayMiss whether a missing record is a legal answer
   * @param writesCheckpoint whether a checkpoint was to be written
   */
  List<String> problems(long expected, boolean mayMiss, boolean writesCheckpoint) {
    List<String> problems = new ArrayList<>();
    refused.forEach(
        (what, count) -> {
          if (!mayMiss || !what.endsWith(" NOT_FOUND")) {
            problems.add(count + " operations were not OK: " + what);
          }
        });
    // A read-modify-write is one operation that asks twice.
    long done = answered - readModifyWrites;
    if (expected >= 0 ? done != expected : done == 0) {
      problems.add(
          done
              + " operations were done, "
              + (expected < 0 ? "some" : expected)
              + " were to be done");
    }
    if (writesCheckpoint && !hasCheckpoint) {
      problems.add("the checkpoint was not written");
    }
    return problems;
  }
}
