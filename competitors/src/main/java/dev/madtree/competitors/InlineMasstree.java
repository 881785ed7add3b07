package dev.madtree.competitors;

import dev.madtree.masstree.KeyRange;
import dev.madtree.masstree.MasstreeIndex;
import java.util.function.LongConsumer;

/** The subject in index mode: a {@link MasstreeIndex}. */
final class InlineMasstree implements LongIndex {

  private final MasstreeIndex tree = new MasstreeIndex(ABSENT);

  @Override
  public long get(long key) {
    return tree.get(key);
  }

  @Override
  public void getAll(long[] keys, long[] values) {
    tree.getAll(keys, values);
  }

  @Override
  public long put(long key, long value) {
    return tree.put(key, value);
  }

  @Override
  public long remove(long key) {
    return tree.remove(key);
  }

  @Override
  public long sum(long from, int limit) {
    Sum sum = new Sum();
    tree.scanValues(KeyRange.atLeast(from), limit, sum);
    return sum.total;
  }

  @Override
  public long size() {
    return tree.size();
  }

  private static final class Sum implements LongConsumer {

    private long total;

    @Override
    public void accept(long value) {
      total += value;
    }
  }
}
