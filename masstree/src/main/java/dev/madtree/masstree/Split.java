package dev.madtree.masstree;

import java.util.Arrays;

/**
 * The split of a full border node for one more entry, and of as many full ancestors as it takes.
 *
 * <p>It comes in two steps. {@link #prepare} locks the ancestors that will change, from the bottom
 * up, and makes all new nodes, locked; it may fail and then leaves nothing behind. {@link #apply}
 * moves entries and publishes, cannot fail, and releases all locks. So the left node stays locked
 * until the right one is in its parent.
 */
final class Split {

  private static final InteriorNode[] NONE = {};

  private final Layer layer;
  private final BorderNode left;
  private final int position;
  private final long slice;
  private final int stay;
  private final BorderNode right;

  /** The ancestors that change, locked, from the bottom up; all but the last are full. */
  private InteriorNode[] ancestors = NONE;

  private int height;

  /** The right neighbours of the full ancestors, which most splits do not have. */
  private InteriorNode[] neighbours = NONE;

  /** The new root of the layer, where all ancestors are full or there is none; else null. */
  private InteriorNode newRoot;

  private Split(Layer layer, BorderNode left, int position, long slice) {
    this.layer = layer;
    this.left = left;
    this.position = position;
    this.slice = slice;
    stay = splitPoint();
    right = left.emptyNeighbour(sliceAt(stay));
  }

  /**
   * Locks and allocates what the split of a full node needs. The caller holds the node's lock, and
   * keeps it if this throws.
   *
   * @param position where the new entry belongs
   * @param slice the new entry's slice
   */
  static Split prepare(Fanout fanout, Layer layer, BorderNode node, int position, long slice) {
    Split split = new Split(layer, node, position, slice);
    try {
      split.lockAncestors(fanout);
    } catch (Throwable failure) {
      split.unlockAncestors();
      throw failure;
    }
    return split;
  }

  private void lockAncestors(Fanout fanout) {
    Node below = left;
    while (true) {
      ancestors = Arrays.copyOf(ancestors, height + 1);
      InteriorNode parent = below.lockParent();
      if (parent == null) {
        newRoot = new InteriorNode(fanout.root());
        return;
      }
      ancestors[height++] = parent;
      if (!parent.isFull()) {
        return;
      }
      neighbours = Arrays.copyOf(neighbours, height);
      neighbours[height - 1] = new InteriorNode(fanout.neighbourOf(parent.width()));
      below = parent;
    }
  }

  /**
   * How many of the entries, the new one counted, stay left: half of them, except that an insert at
   * an end of the layer moves as if more of the same would follow. Equal slices stay together.
   */
  private int splitPoint() {
    int width = left.width();
    if (position == width && left.nextAcquire() == null && isBoundary(width)) {
      return width;
    }
    if (position == 0 && left.lowKey() == 0 && isBoundary(1)) {
      return 1;
    }
    int middle = width / 2 + 1;
    for (int distance = 0; distance < width; distance++) {
      if (middle + distance <= width && isBoundary(middle + distance)) {
        return middle + distance;
      }
      if (middle - distance >= 1 && isBoundary(middle - distance)) {
        return middle - distance;
      }
    }
    throw new AssertionError("more entries with one slice than a slice can have");
  }

  private boolean isBoundary(int point) {
    return sliceAt(point - 1) != sliceAt(point);
  }

  /** The slice at an index of the entries with the new one in place. */
  private long sliceAt(int index) {
    return index == position ? slice : left.slice(slotAt(index));
  }

  /** The left node's slot of an entry other than the new one, by the same index. */
  private int slotAt(int index) {
    return Permutation.slot(left.permutation(), index < position ? index : index - 1);
  }

  /** Splits, with the new entry put in, and releases the locks of the node and its ancestors. */
  void apply(int code, byte[] suffix, Object value, long inline) {
    left.markSplitting();
    fillRight(code, suffix, value, inline);
    shrinkLeft(code, suffix, value, inline);
    propagate();
    if (newRoot != null) {
      newRoot.unlock();
    }
    for (int i = neighbours.length - 1; i >= 0; i--) {
      neighbours[i].unlock();
    }
    unlockAncestors();
    right.unlock();
    left.unlock();
    TreeEvents.split(newRoot == null ? height - 1 : height, newRoot != null);
  }

  private void fillRight(int code, byte[] suffix, Object value, long inline) {
    int width = left.width();
    for (int index = stay; index <= width; index++) {
      int slot = index - stay;
      if (index == position) {
        right.fill(slot, slice, code, suffix, value, inline);
      } else {
        right.fillFrom(slot, left, slotAt(index));
      }
    }
    right.setPermutationRelease(Permutation.ofFirst(width + 1 - stay));
    right.setBounds(left.highKeyOpaque(), left.nextAcquire());
  }

  private void shrinkLeft(int code, byte[] suffix, Object value, long inline) {
    long order = left.permutation();
    int kept = position < stay ? stay - 1 : stay;
    left.setBounds(right.lowKey(), right);
    left.setPermutationRelease(Permutation.truncate(order, kept));
    for (int i = kept; i < Permutation.count(order); i++) {
      left.letGo(Permutation.slot(order, i));
    }
    left.forgetFreed();
    if (position < stay) {
      Insertion.insertIntoFreeSlot(left, position, slice, code, suffix, value, inline);
    }
  }

  /** Puts the right node into the parent, and does the same one level up where that is full. */
  private void propagate() {
    Node lower = left;
    Node upper = right;
    long separator = right.lowKey();
    for (int i = 0; i < height; i++) {
      InteriorNode parent = ancestors[i];
      int index = parent.indexOf(lower);
      assert index >= 0;
      if (i == neighbours.length) {
        parent.markInserting();
        parent.insertBehind(index, separator, upper);
      } else {
        parent.markSplitting();
        separator = parent.splitInserting(index, separator, upper, neighbours[i]);
        lower = parent;
        upper = neighbours[i];
      }
    }
    if (newRoot != null) {
      newRoot.becomeRoot(lower, separator, upper);
      layer.setRootRelease(newRoot);
    }
  }

  private void unlockAncestors() {
    for (int i = height - 1; i >= 0; i--) {
      ancestors[i].unlock();
    }
  }
}
