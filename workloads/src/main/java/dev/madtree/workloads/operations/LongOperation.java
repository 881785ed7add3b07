package dev.madtree.workloads.operations;

import dev.madtree.competitors.LongIndex;
import java.util.Arrays;

/** The single operations, in the order in which they are measured. */
enum LongOperation {
  INSERT("insert", LongOperation::puts),
  GET("get", LongOperation::gets),
  GET_ALL("getall", LongOperation::getAlls),
  SCAN("scan100", LongOperation::scans),
  UPDATE("update", LongOperation::puts),
  REMOVE("remove", LongOperation::removes);

  /** How many keys one call of {@link LongIndex#getAll} has. */
  static final int BATCH = 16;

  /** How many values one scan adds up. */
  static final int SCANNED = 100;

  // Small enough that the loops are compiled as methods and not in the middle of a run.
  private static final int BLOCK = 64 * BATCH;

  /** Asks for some of the keys and returns the sum of the answers. */
  @FunctionalInterface
  private interface Block {
    long ask(LongIndex index, Asked asked, int from, int to);
  }

  /**
   * What is asked, with room for a batch: made beforehand, so that whatever is allocated while it
   * is asked is the map's own.
   *
   * @param keys one after another
   * @param version what is written, if anything is: see {@link LongKeys#value}
   * @param batch the keys of a batch
   * @param answers and what they have
   */
  record Asked(long[] keys, int version, long[] batch, long[] answers) {
    static Asked of(long[] keys, int version) {
      return new Asked(keys, version, new long[BATCH], new long[BATCH]);
    }
  }

  private final String label;
  private final Block block;

  LongOperation(String label, Block block) {
    this.label = label;
    this.block = block;
  }

  /** The name used in records and charts. */
  String label() {
    return label;
  }

  /** Whether it leaves the map as it is. */
  boolean isRead() {
    return this == GET || this == GET_ALL || this == SCAN;
  }

  /** Asks once for each key, in the order given, and returns the sum of all answers. */
  long askAll(LongIndex index, Asked asked) {
    int count = asked.keys.length;
    long sum = 0;
    for (int from = 0; from < count; from += BLOCK) {
      sum += block.ask(index, asked, from, Math.min(count, from + BLOCK));
    }
    return sum;
  }

  private static long puts(LongIndex index, Asked asked, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      long key = asked.keys[i];
      sum += index.put(key, LongKeys.value(key, asked.version));
    }
    return sum;
  }

  private static long gets(LongIndex index, Asked asked, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += index.get(asked.keys[i]);
    }
    return sum;
  }

  private static long getAlls(LongIndex index, Asked asked, int from, int to) {
    long sum = 0;
    int i = from;
    for (; i + BATCH <= to; i += BATCH) {
      System.arraycopy(asked.keys, i, asked.batch, 0, BATCH);
      index.getAll(asked.batch, asked.answers);
      for (long answer : asked.answers) {
        sum += answer;
      }
    }
    if (i < to) {
      long[] rest = Arrays.copyOfRange(asked.keys, i, to);
      long[] answers = new long[rest.length];
      index.getAll(rest, answers);
      sum += Arrays.stream(answers).sum();
    }
    return sum;
  }

  private static long scans(LongIndex index, Asked asked, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += index.sum(asked.keys[i], SCANNED);
    }
    return sum;
  }

  private static long removes(LongIndex index, Asked asked, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += index.remove(asked.keys[i]);
    }
    return sum;
  }
}
