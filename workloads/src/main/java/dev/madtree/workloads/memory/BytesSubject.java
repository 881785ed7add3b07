package dev.madtree.workloads.memory;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.replay.WrongContentException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/** An index over byte strings; values are boxed longs of eight bytes, byte arrays otherwise. */
final class BytesSubject implements Subject {

  /** Beyond the boxed longs that the JDK keeps and shares. */
  private static final long FIRST_VALUE = 1L << 32;

  private final OrderedIndex<Object> index;
  private final KeyShape shape;
  private final int valueBytes;

  BytesSubject(OrderedIndex<Object> index, KeyShape shape, int valueBytes) {
    this.index = index;
    this.shape = shape;
    this.valueBytes = valueBytes;
  }

  @Override
  public Object structure() {
    return index;
  }

  @Override
  public void put(int number) {
    index.put(shape.key(number), value(number));
  }

  @Override
  public long size() {
    return index.size();
  }

  /** The values are the objects that the index hands out. */
  @Override
  public Predicate<Object> values(int count) {
    Set<Object> values = Collections.newSetFromMap(new IdentityHashMap<>(count));
    for (int number = 0; number < count; number++) {
      Object found = index.get(shape.key(number));
      if (found == null || number(found) != number) {
        throw new WrongContentException(
            "the key of number " + number + (found == null ? " is lost" : " has another's value"));
      }
      values.add(found);
    }
    return values::contains;
  }

  private Object value(int number) {
    return valueBytes == Long.BYTES
        ? (Object) (FIRST_VALUE + number)
        : ByteBuffer.allocate(valueBytes).putLong(FIRST_VALUE + number).array();
  }

  private static long number(Object value) {
    long stamp = value instanceof Long boxed ? boxed : ByteBuffer.wrap((byte[]) value).getLong();
    return stamp - FIRST_VALUE;
  }
}
