package dev.madtree.masstree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * A node above the border: separators in ascending order and one child more than separators.
 *
 * <p>Child {@code i} holds the slices from separator {@code i - 1}, included, to separator {@code
 * i}, excluded. A separator is the low key of the leftmost border node to its right.
 */
final class InteriorNode extends Node {

  private static final VarHandle COUNT;
  private static final VarHandle SEPARATOR = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle CHILD = MethodHandles.arrayElementVarHandle(Node[].class);

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(InteriorNode.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long[] separators;
  private final Node[] children;
  private int count;

  /** An empty node for as many separators, locked. */
  InteriorNode(int width) {
    separators = new long[width];
    children = new Node[width + 1];
  }

  /**
   * The child that owns a slice, if the node does. Safe without the lock; then the answer may be
   * wrong or null until the node is validated.
   */
  Node childFor(long slice) {
    return childAcquire(childIndex(slice));
  }

  /** The index of the child that owns a slice. */
  int childIndex(long slice) {
    int low = 0;
    int high = countOpaque();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Key.less(slice, separatorOpaque(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Reads a little of all that a search will read, for the sake of the caches. */
  long touch() {
    int last = separators.length - 1;
    return separatorOpaque(0) ^ separatorOpaque(last) ^ (childAcquire(last) == null ? 0 : 1);
  }

  /** The index of a child, or -1. The caller holds this node's lock. */
  int indexOf(Node child) {
    for (int i = 0; i <= count; i++) {
      if (children[i] == child) {
        return i;
      }
    }
    return -1;
  }

  /** Adds the children as they are now; exact if nobody writes. */
  void addChildren(List<Node> to) {
    int live = countOpaque();
    for (int i = 0; i <= live; i++) {
      Node child = childAcquire(i);
      if (child != null) {
        to.add(child);
      }
    }
  }

  /** The number of separators. The caller holds this node's lock, or nobody writes. */
  int count() {
    return count;
  }

  int width() {
    return separators.length;
  }

  boolean isFull() {
    return count == separators.length;
  }

  /** The child at an index. The caller holds this node's lock, or nobody writes. */
  Node child(int index) {
    return children[index];
  }

  /** The separator at an index. The caller holds this node's lock, or nobody writes. */
  long separator(int index) {
    return separators[index];
  }

  /** Makes this new node a root over two children. */
  void becomeRoot(Node left, long separator, Node right) {
    setSeparator(0, separator);
    setChild(0, left);
    setChild(1, right);
    setCount(1);
    left.setParentRelease(this);
    right.setParentRelease(this);
  }

  /**
   * Puts a child and the separator before it behind the child at an index. The caller holds this
   * node's lock and has marked it; there is room.
   */
  void insertBehind(int index, long separator, Node child) {
    move(index, index + 1, count - index);
    setSeparator(index, separator);
    setChild(index + 1, child);
    child.setParentRelease(this);
    setCount(count + 1);
  }

  /**
   * Inserts as {@link #insertBehind} into this full node by moving its upper part to a new right
   * neighbour. The caller holds this node's lock and has marked it splitting.
   *
   * @return the separator between the two, which belongs to the parent alone
   */
  long splitInserting(int index, long separator, Node child, InteriorNode right) {
    int width = separators.length;
    int stay = index == width ? width - 1 : index == 0 ? 1 : (width + 1) / 2;
    // Positions are those of the node as it would be with the new child in place.
    for (int i = stay + 1; i <= width + 1; i++) {
      Node moved = i <= index ? children[i] : i == index + 1 ? child : children[i - 1];
      right.setChild(i - stay - 1, moved);
      moved.setParentRelease(right);
      if (i <= width) {
        right.setSeparator(i - stay - 1, separatorInserting(i, index, separator));
      }
    }
    right.setCount(width - stay);
    long middle = separatorInserting(stay, index, separator);
    if (index < stay) {
      setCount(stay - 1);
      insertBehind(index, separator, child);
    } else {
      setCount(stay);
    }
    for (int i = stay + 1; i <= width; i++) {
      setChild(i, null);
    }
    return middle;
  }

  private long separatorInserting(int position, int index, long separator) {
    return position < index
        ? separators[position]
        : position == index ? separator : separators[position - 1];
  }

  /**
   * Takes out the child at an index above 0 and the separator before it. The caller holds this
   * node's lock and has marked it.
   */
  void remove(int index) {
    move(index, index - 1, count - index);
    setChild(count, null);
    setCount(count - 1);
  }

  /** Moves separators, and the children behind them, to where others stood. */
  private void move(int from, int to, int length) {
    // Release fence: a child that is read in its new place is all there; pairs with childAcquire.
    VarHandle.releaseFence();
    System.arraycopy(separators, from, separators, to, length);
    System.arraycopy(children, from + 1, children, to + 1, length);
  }

  /**
   * Takes over all children of the right neighbour. The caller holds both nodes' locks and has
   * marked them; there is room.
   */
  void absorb(long separator, InteriorNode right) {
    setSeparator(count, separator);
    for (int i = 0; i <= right.count; i++) {
      Node child = right.children[i];
      setChild(count + 1 + i, child);
      child.setParentRelease(this);
      if (i < right.count) {
        setSeparator(count + 1 + i, right.separators[i]);
      }
    }
    setCount(count + 1 + right.count);
    right.dropChildren();
  }

  /** Lets go of all children, once the node is marked deleted. */
  void dropChildren() {
    for (int i = 0; i <= count; i++) {
      setChild(i, null);
    }
    setCount(0);
    setParentRelease(null);
  }

  /** Opaque: validated by the version. */
  int countOpaque() {
    return (int) COUNT.getOpaque(this);
  }

  private void setCount(int to) {
    // Opaque: guarded by the mark, pairs with countOpaque.
    COUNT.setOpaque(this, to);
  }

  /** Opaque: validated by the version. */
  private long separatorOpaque(int index) {
    return (long) SEPARATOR.getOpaque(separators, index);
  }

  private void setSeparator(int index, long separator) {
    // Opaque: guarded by the mark, pairs with separatorOpaque.
    SEPARATOR.setOpaque(separators, index, separator);
  }

  /** Acquire: pairs with setChild, so that the child's own fields are there. */
  private Node childAcquire(int index) {
    return (Node) CHILD.getAcquire(children, index);
  }

  private void setChild(int index, Node child) {
    // Release: pairs with childAcquire.
    CHILD.setRelease(children, index, child);
  }
}
