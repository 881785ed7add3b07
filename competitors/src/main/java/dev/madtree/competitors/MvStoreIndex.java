package dev.madtree.competitors;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ByteArrayDataType;

/** H2's MVStore in memory: a copy-on-write B-tree. A scan sees the tree as it was at its start. */
final class MvStoreIndex<V> implements OrderedIndex<V> {

  private final MVMap<byte[], V> map =
      MVStore.open(null)
          .openMap(
              "entries",
              new MVMap.Builder<byte[], V>()
                  .keyType(ByteArrayDataType.INSTANCE)
                  .valueType(new ReferenceDataType<V>()));

  @Override
  public V get(byte[] key) {
    return map.get(Objects.requireNonNull(key, "key"));
  }

  @Override
  public V put(byte[] key, V value) {
    return map.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
  }

  @Override
  public V putIfAbsent(byte[] key, V value) {
    return map.putIfAbsent(
        Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
  }

  @Override
  public boolean replace(byte[] key, V expected, V update) {
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(update, "update");
    while (true) {
      V present = get(key);
      if (present == null || !expected.equals(present)) {
        return false;
      }
      SameValue<V> decision = new SameValue<>(present);
      map.operate(key, update, decision);
      if (decision.held) {
        return true;
      }
    }
  }

  @Override
  public V remove(byte[] key) {
    return map.remove(Objects.requireNonNull(key, "key"));
  }

  @Override
  public long scan(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return pass(range, limit, visitor, false);
  }

  @Override
  public long scanDescending(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return pass(range, limit, visitor, true);
  }

  @Override
  public long size() {
    return map.sizeAsLong();
  }

  private long pass(
      KeyRange range, long limit, EntryVisitor<? super V> visitor, boolean descending) {
    byte[] lower = range.lowerBound();
    byte[] upper = range.upperBound();
    if (limit <= 0
        || (lower != null && upper != null && Arrays.compareUnsigned(lower, upper) > 0)) {
      return 0;
    }
    // The cursor includes both ends; an excluded end is left out here.
    byte[] excludedLower = range.lowerInclusive() ? null : lower;
    byte[] excludedUpper = range.upperInclusive() ? null : upper;
    Cursor<byte[], V> cursor =
        descending ? map.cursor(upper, lower, true) : map.cursor(lower, upper, false);
    ByteArrayKeyView view = new ByteArrayKeyView();
    long passed = 0;
    while (passed < limit && cursor.hasNext()) {
      byte[] key = cursor.next();
      if (isSame(key, excludedLower) || isSame(key, excludedUpper)) {
        continue;
      }
      passed++;
      if (!visitor.visit(view.over(key), cursor.getValue())) {
        break;
      }
    }
    return passed;
  }

  private static boolean isSame(byte[] key, byte[] excluded) {
    return excluded != null && Arrays.equals(key, excluded);
  }

  /** Puts only over the very object expected. The map asks again if another writer was faster. */
  private static final class SameValue<V> extends MVMap.DecisionMaker<V> {

    private final V expected;
    private boolean held;

    SameValue(V expected) {
      this.expected = expected;
    }

    @Override
    public MVMap.Decision decide(V existing, V provided) {
      held = existing == expected;
      return held ? MVMap.Decision.PUT : MVMap.Decision.ABORT;
    }

    @Override
    public void reset() {
      held = false;
    }
  }

  /** Values that stay objects: a store without a file never writes them. */
  private static final class ReferenceDataType<V> extends BasicDataType<V> {

    private static final int REFERENCE_BYTES = 8;

    @Override
    public int getMemory(V value) {
      return REFERENCE_BYTES;
    }

    @Override
    public void write(WriteBuffer buffer, V value) {
      throw new UnsupportedOperationException("This store lives in memory only");
    }

    @Override
    public V read(ByteBuffer buffer) {
      throw new UnsupportedOperationException("This store lives in memory only");
    }

    @Override
    @SuppressWarnings("unchecked") // MVStore keeps erased arrays.
    public V[] createStorage(int size) {
      return (V[]) new Object[size];
    }
  }
}
