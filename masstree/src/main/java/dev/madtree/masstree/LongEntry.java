package dev.madtree.masstree;

import java.util.Arrays;

/**
 * An entry of a {@link MasstreeIndex} as it was at one moment. It does not follow later changes.
 *
 * @param key a copy of the key, owned by the receiver
 * @param value the value at that moment
 */
public record LongEntry(byte[] key, long value) {

  @Override
  public boolean equals(Object other) {
    return other instanceof LongEntry entry
        && value == entry.value
        && Arrays.equals(key, entry.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key) ^ Long.hashCode(value);
  }

  @Override
  public String toString() {
    return "LongEntry[key=" + Arrays.toString(key) + ", value=" + value + "]";
  }
}
