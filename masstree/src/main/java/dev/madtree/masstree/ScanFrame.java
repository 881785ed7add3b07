package dev.madtree.masstree;

import java.util.Arrays;

/**
 * A scan's place in one layer: a copy of one border node that was valid at one moment, and which of
 * its entries comes next.
 *
 * <p>Frames belong to one scan and are reused by it.
 */
final class ScanFrame {

  private final long[] slices;
  private final int[] codes;
  private final Object[] entries;
  private final long[] values;
  private final byte[][] suffixes;

  private Layer layer;
  private BorderNode node;
  private long order;
  private int prefixLength;
  private boolean nearHolds;
  private boolean farHolds;
  private long nearSlice;
  private long farSlice;

  private int count;
  private int index;
  private boolean checksNear;
  private boolean checksFar;
  private BorderNode following;
  private long followingSlice;
  private boolean isLast;

  ScanFrame(int width, boolean inline) {
    slices = new long[width];
    codes = new int[width];
    entries = new Object[width];
    values = inline ? new long[width] : null;
    suffixes = new byte[width][];
  }

  /** Goes to the beginning of a layer. */
  void enter(Layer to, int prefix, boolean near, long atNear, boolean far, long atFar) {
    layer = to;
    prefixLength = prefix;
    nearHolds = near;
    nearSlice = atNear;
    farHolds = far;
    farSlice = atFar;
    count = 0;
    index = -1;
    following = null;
    isLast = false;
  }

  /** Lets go of everything, so that an idle frame keeps nothing alive. */
  void leave() {
    layer = null;
    following = null;
    node = null;
    Arrays.fill(entries, null);
    Arrays.fill(suffixes, null);
  }

  /** The slice at which the layer is entered. */
  long firstSlice(boolean descending) {
    return nearHolds ? nearSlice : descending ? -1L : 0;
  }

  /**
   * Copies the border node that owns a slice.
   *
   * @param at where to begin to look, or null for the layer's root
   * @param witnesses takes what the copy rests on, or null
   * @param withKeys whether keys will be asked for
   * @return whether the layer is still there
   */
  boolean load(
      BorderNode at, long slice, boolean descending, Witnesses witnesses, boolean withKeys) {
    BorderNode node = at == null ? Descent.toBorder(layer, slice) : at;
    while (true) {
      long version = node.stableVersion();
      if (NodeVersion.isDeleted(version)) {
        if (layer.rootAcquire() == node) {
          return false;
        }
        node = Descent.toBorder(layer, slice);
        continue;
      }
      if (node.isBeyond(slice)) {
        node = node.forward(slice);
        continue;
      }
      BorderNode next = node.nextAcquire();
      long high = node.highKeyOpaque();
      checksNear = nearHolds;
      checksFar =
          farHolds
              && (descending
                  ? !Key.less(farSlice, node.lowKey())
                  : next == null || Key.less(farSlice, high));
      long order = node.permutationAcquire();
      // A node that was found by a slice inside of it holds entries that were passed before.
      boolean within = descending ? next == null || high != slice + 1 : node.lowKey() != slice;
      boolean whole = copy(node, order, withKeys || checksNear || checksFar || within);
      if (node.changedSince(version) || !whole) {
        continue;
      }
      this.node = node;
      this.order = order;
      count = Permutation.count(order);
      index = descending ? count : -1;
      following = descending ? null : next;
      followingSlice = descending ? node.lowKey() - 1 : high;
      isLast = descending ? node.lowKey() == 0 : next == null;
      if (within) {
        skipPassed(slice, descending);
      }
      if (witnesses != null) {
        witnesses.add(node, version, order);
      }
      return true;
    }
  }

  private void skipPassed(long slice, boolean descending) {
    if (descending) {
      while (index > 0 && Key.less(slice, slices[index - 1])) {
        index--;
      }
    } else {
      while (index + 1 < count && Key.less(slices[index + 1], slice)) {
        index++;
      }
    }
  }

  /** Copies the live entries; returns false if one was removed meanwhile. */
  private boolean copy(BorderNode node, long order, boolean withSlices) {
    int live = Permutation.count(order);
    long lengthCodes = node.lengthCodesOpaque();
    boolean inline = values != null;
    for (int i = 0; i < live; i++) {
      int slot = Permutation.slot(order, i);
      int code = BorderNode.lengthCode(lengthCodes, slot);
      codes[i] = code;
      if (withSlices || code > Key.SLICE) {
        slices[i] = node.slice(slot);
      }
      if (inline) {
        values[i] = node.inlineAcquire(slot);
      }
      if (!inline || code == BorderNode.LAYER) {
        Object entry = node.entryAcquire(slot);
        if (entry == null) {
          return false;
        }
        entries[i] = entry;
      }
      if (code == Key.LONGER) {
        byte[] suffix = node.suffixAcquire(slot);
        if (suffix == null) {
          return false;
        }
        suffixes[i] = suffix;
      }
    }
    return true;
  }

  /** Goes to the next entry of the copy, if there is one. */
  boolean step(boolean descending) {
    if (descending) {
      return --index >= 0;
    }
    return ++index < count;
  }

  /** Whether the copy has an entry behind the present one. */
  boolean hasMore(boolean descending) {
    return descending ? index > 0 : index + 1 < count;
  }

  /** Whether the layer ends with this copy. */
  boolean isLast() {
    return isLast;
  }

  BorderNode following() {
    return following;
  }

  long followingSlice() {
    return followingSlice;
  }

  int prefixLength() {
    return prefixLength;
  }

  /** Whether the present entry may lie outside of the near bound. */
  boolean checksNear() {
    return checksNear;
  }

  /** From now on all entries of the layer lie inside the near bound. */
  void passNear() {
    nearHolds = false;
    checksNear = false;
  }

  /** Whether the present entry may lie outside of the far bound. */
  boolean checksFar() {
    return checksFar;
  }

  boolean isLayer() {
    return codes[index] == BorderNode.LAYER;
  }

  long slice() {
    return slices[index];
  }

  int code() {
    return codes[index];
  }

  byte[] suffix() {
    return codes[index] == Key.LONGER ? suffixes[index] : null;
  }

  /** Reads the present entry's value again. */
  void refresh() {
    int slot = Permutation.slot(order, index);
    if (values != null) {
      values[index] = node.inlineAcquire(slot);
    } else {
      entries[index] = node.entryAcquire(slot);
    }
  }

  Object entry() {
    return entries[index];
  }

  long inline() {
    return values[index];
  }

  /** Whether the present entry's slice is all of a bound's slice and both go on. */
  boolean sharesSlice(byte[] bound) {
    return slices[index] == Key.slice(bound, prefixLength)
        && codes[index] >= Key.LONGER
        && bound.length - prefixLength >= Key.LONGER;
  }

  /** Compares the present entry, which is no layer that shares the bound's slice, with a bound. */
  int compareWith(byte[] bound) {
    long slice = slices[index];
    long boundSlice = Key.slice(bound, prefixLength);
    if (slice != boundSlice) {
      return Key.less(slice, boundSlice) ? -1 : 1;
    }
    int code = Math.min(codes[index], Key.LONGER);
    int boundCode = Key.lengthCode(bound.length - prefixLength);
    if (code != boundCode || code < Key.LONGER) {
      return Integer.compare(code, boundCode);
    }
    byte[] suffix = suffixes[index];
    return Arrays.compareUnsigned(
        suffix, 0, suffix.length, bound, prefixLength + Key.SLICE, bound.length);
  }
}
