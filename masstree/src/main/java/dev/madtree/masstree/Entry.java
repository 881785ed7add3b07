package dev.madtree.masstree;

import java.util.Arrays;
import java.util.Objects;

/**
 * An entry as it was at one moment. It does not follow later changes of the map.
 *
 * @param key a copy of the key, owned by the receiver
 * @param value the value at that moment
 * @param <V> the type of the value
 */
public record Entry<V>(byte[] key, V value) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Entry<?> entry
        && Arrays.equals(key, entry.key)
        && Objects.equals(value, entry.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key) ^ Objects.hashCode(value);
  }

  @Override
  public String toString() {
    return "Entry[key=" + Arrays.toString(key) + ", value=" + value + "]";
  }
}
