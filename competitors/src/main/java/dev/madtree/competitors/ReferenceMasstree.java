package dev.madtree.competitors;

import dev.madtree.masstree.KeyRange;
import dev.madtree.masstree.Masstree;
import java.util.Arrays;
import java.util.function.Consumer;

/** The subject with values by reference: a {@link Masstree} of boxed longs under long keys. */
final class ReferenceMasstree implements LongIndex {

  private final Masstree<Long> tree = new Masstree<>();

  @Override
  public long get(long key) {
    return unboxed(tree.get(key));
  }

  @Override
  public void getAll(long[] keys, long[] values) {
    Long[] boxed = new Long[keys.length];
    tree.getAll(keys, boxed);
    Arrays.setAll(values, i -> unboxed(boxed[i]));
  }

  @Override
  public long put(long key, long value) {
    return unboxed(tree.put(key, (Long) value));
  }

  @Override
  public long remove(long key) {
    return unboxed(tree.remove(key));
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

  private static long unboxed(Long value) {
    return value == null ? ABSENT : value;
  }

  private static final class Sum implements Consumer<Long> {

    private long total;

    @Override
    public void accept(Long value) {
      total += value;
    }
  }
}
