package dev.madtree.masstree;

import java.util.Arrays;

/**
 * Finds entries by their place in a range of a tree.
 *
 * @param tree the tree
 * @param range the only keys that are found
 */
record RangeNavigation<V>(Masstree<V> tree, KeyRange range) {

  /** The entry with the least key, or null if the range is empty. */
  Entry<V> least() {
    byte[] lower = range.lower();
    Entry<V> entry =
        lower == null
            ? tree.first()
            : range.lowerInclusive() ? tree.ceiling(lower) : tree.higher(lower);
    return within(entry);
  }

  /** The entry with the greatest key, or null if the range is empty. */
  Entry<V> greatest() {
    byte[] upper = range.upper();
    Entry<V> entry =
        upper == null
            ? tree.last()
            : range.upperInclusive() ? tree.floor(upper) : tree.lower(upper);
    return within(entry);
  }

  /** The nearest entry above a key, or at it if inclusive; or null. The key may be anywhere. */
  Entry<V> above(byte[] key, boolean inclusive) {
    if (range.lower() != null && Arrays.compareUnsigned(key, range.lower()) < 0) {
      return least();
    }
    Entry<V> entry = inclusive ? tree.ceiling(key) : tree.higher(key);
    // A key equal to an excluded bound finds that bound itself.
    return entry == null || aboveLower(entry.key()) ? within(entry) : least();
  }

  /** The nearest entry below a key, or at it if inclusive; or null. The key may be anywhere. */
  Entry<V> below(byte[] key, boolean inclusive) {
    if (range.upper() != null && Arrays.compareUnsigned(key, range.upper()) > 0) {
      return greatest();
    }
    Entry<V> entry = inclusive ? tree.floor(key) : tree.lower(key);
    // A key equal to an excluded bound finds that bound itself.
    return entry == null || belowUpper(entry.key()) ? within(entry) : greatest();
  }

  /** Removes and returns the entry with the least key, or returns null if the range is empty. */
  Entry<V> pollLeast() {
    for (Entry<V> entry = least(); entry != null; entry = least()) {
      V value = tree.remove(entry.key());
      if (value != null) {
        return new Entry<>(entry.key(), value);
      }
    }
    return null;
  }

  /** Removes and returns the entry with the greatest key, or returns null if the range is empty. */
  Entry<V> pollGreatest() {
    for (Entry<V> entry = greatest(); entry != null; entry = greatest()) {
      V value = tree.remove(entry.key());
      if (value != null) {
        return new Entry<>(entry.key(), value);
      }
    }
    return null;
  }

  /**
   * Returns the part of the range that is wanted; where no bound is wanted, this range's stays.
   *
   * @throws IllegalArgumentException if more is wanted than this range, or a lower bound above the
   *     upper bound
   */
  KeyRange narrow(KeyRange wanted) {
    byte[] lower = wanted.lower();
    byte[] upper = wanted.upper();
    if (lower != null && upper != null && Arrays.compareUnsigned(lower, upper) > 0) {
      throw new IllegalArgumentException("Expected bounds in order, found " + wanted);
    }
    if ((lower != null && !admits(lower, wanted.lowerInclusive()))
        || (upper != null && !admits(upper, wanted.upperInclusive()))) {
      throw new IllegalArgumentException(
          "Expected bounds within the range " + range + " of this view, found " + wanted);
    }
    return KeyRange.of(
        lower == null ? range.lower() : lower,
        lower == null ? range.lowerInclusive() : wanted.lowerInclusive(),
        upper == null ? range.upper() : upper,
        upper == null ? range.upperInclusive() : wanted.upperInclusive());
  }

  /** Whether a key may bound a part of the range: one excluded here may be excluded there. */
  private boolean admits(byte[] bound, boolean inclusive) {
    return range.contains(bound)
        || (!inclusive
            && (Arrays.equals(bound, range.lower()) || Arrays.equals(bound, range.upper())));
  }

  private boolean aboveLower(byte[] key) {
    if (range.lower() == null) {
      return true;
    }
    int order = Arrays.compareUnsigned(key, range.lower());
    return order > 0 || (order == 0 && range.lowerInclusive());
  }

  private boolean belowUpper(byte[] key) {
    if (range.upper() == null) {
      return true;
    }
    int order = Arrays.compareUnsigned(key, range.upper());
    return order < 0 || (order == 0 && range.upperInclusive());
  }

  private Entry<V> within(Entry<V> entry) {
    return entry != null && range.contains(entry.key()) ? entry : null;
  }
}
