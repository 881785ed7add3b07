package dev.madtree.masstree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A leaf of a layer: up to fifteen entries in slots that the permutation orders.
 *
 * <p>Entries never move inside the node. A slot holds a keyslice, a length code, and a value or the
 * next layer; where the key is longer than its slice and alone under it, the rest of it as a
 * suffix. What belongs to one slot lies close together: {@code words} holds the slices and behind
 * them the inline values, {@code references} the values by reference or layers and behind them,
 * once there is one, the suffixes.
 *
 * <p>The node owns the slices from its low key, which never changes, to its high key, which changes
 * only under the splitting mark and is the low key of the next node. The last node owns all from
 * its low key on.
 */
final class BorderNode extends Node {

  /** The length code of a slot whose entry is a layer; it orders as {@link Key#LONGER}. */
  static final int LAYER = Key.LONGER + 1;

  private static final VarHandle PERMUTATION;
  private static final VarHandle LENGTH_CODES;
  private static final VarHandle HIGH_KEY;
  private static final VarHandle NEXT;
  private static final VarHandle REFERENCES;
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle REFERENCE = MethodHandles.arrayElementVarHandle(Object[].class);

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      PERMUTATION = lookup.findVarHandle(BorderNode.class, "permutation", long.class);
      LENGTH_CODES = lookup.findVarHandle(BorderNode.class, "lengthCodes", long.class);
      HIGH_KEY = lookup.findVarHandle(BorderNode.class, "highKey", long.class);
      NEXT = lookup.findVarHandle(BorderNode.class, "next", BorderNode.class);
      REFERENCES = lookup.findVarHandle(BorderNode.class, "references", Object[].class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long lowKey;
  private long highKey;
  private long permutation;
  private long lengthCodes;
  private final long[] words;
  private Object[] references;
  private BorderNode next;
  private final short width;
  private short freedSlots;

  /**
   * An empty node, locked.
   *
   * @param inline whether values are longs in the node
   */
  BorderNode(int width, boolean inline, long lowKey) {
    this.lowKey = lowKey;
    highKey = -1L;
    permutation = Permutation.ofFirst(0);
    this.width = (short) width;
    words = new long[inline ? 2 * width : width];
    references = inline ? null : new Object[width];
  }

  /** An empty node as this one is made, locked, to become its right neighbour. */
  BorderNode emptyNeighbour(long low) {
    BorderNode made = new BorderNode(width, isInline(), low);
    made.reserveAsIn(this);
    return made;
  }

  // Bounds and links.

  long lowKey() {
    return lowKey;
  }

  /** Opaque: validated by the version. Of no meaning for the last node. */
  long highKeyOpaque() {
    return (long) HIGH_KEY.getOpaque(this);
  }

  /** Whether a slice lies at or above the high key, so that a node further right owns it. */
  boolean isBeyond(long slice) {
    return !Key.less(slice, highKeyOpaque()) && nextAcquire() != null;
  }

  /**
   * The next node if a slice lies at or above its low key; otherwise this node, which has changed
   * since it was asked {@link #isBeyond}. The high key and the link may be from different moments,
   * a low key never changes.
   */
  BorderNode forward(long slice) {
    BorderNode neighbour = nextAcquire();
    return neighbour != null && !Key.less(slice, neighbour.lowKey) ? neighbour : this;
  }

  /** Acquire: pairs with setBounds, so that the neighbour's own fields are there. */
  BorderNode nextAcquire() {
    return (BorderNode) NEXT.getAcquire(this);
  }

  /** The caller holds this node's lock and has marked it splitting, or the node is new. */
  void setBounds(long high, BorderNode neighbour) {
    // Release: pairs with nextAcquire.
    NEXT.setRelease(this, neighbour);
    // Opaque: guarded by the mark, pairs with highKeyOpaque.
    HIGH_KEY.setOpaque(this, neighbour == null ? -1L : high);
  }

  // The order of the entries.

  int width() {
    return width;
  }

  /** Whether values are longs in the node. */
  boolean isInline() {
    return words.length > width;
  }

  /** The permutation as the lock's holder knows it. */
  long permutation() {
    return permutation;
  }

  /** Acquire: pairs with setPermutationRelease; all live slots are there. */
  long permutationAcquire() {
    return (long) PERMUTATION.getAcquire(this);
  }

  /** Publishes what was written to slots. The caller holds this node's lock, or it is new. */
  void setPermutationRelease(long to) {
    // Release: pairs with permutationAcquire.
    PERMUTATION.setRelease(this, to);
  }

  /** Opaque: ordered by the acquire of the permutation, validated by the version. */
  long lengthCodesOpaque() {
    return (long) LENGTH_CODES.getOpaque(this);
  }

  static int lengthCode(long codes, int slot) {
    return (int) (codes >>> (4 * slot)) & 15;
  }

  int lengthCode(int slot) {
    return lengthCode(lengthCodesOpaque(), slot);
  }

  /** Opaque: ordered by the acquire of the permutation, validated by the version. */
  long slice(int slot) {
    return (long) WORD.getOpaque(words, slot);
  }

  /**
   * The position in a permutation of the entry with a slice and a length code, or {@code -1 - p}
   * where it belongs at position p. Suffixes and layers are alike here.
   */
  int position(long order, long slice, int code) {
    int count = Permutation.count(order);
    long slots = order >>> 4;
    int i = 0;
    while (i < count && Key.less(slice((int) slots & 15), slice)) {
      slots >>>= 4;
      i++;
    }
    for (; i < count; i++, slots >>>= 4) {
      int slot = (int) slots & 15;
      int other = Math.min(lengthCode(slot), Key.LONGER);
      if (slice(slot) != slice || other > code) {
        break;
      }
      if (other == code) {
        return i;
      }
    }
    return -1 - i;
  }

  /** The slot of the entry with a slice and a length code in a permutation, or -1. */
  int find(long order, long slice, int code) {
    int count = Permutation.count(order);
    long slots = order >>> 4;
    for (int i = 0; i < count; i++, slots >>>= 4) {
      int slot = (int) slots & 15;
      if (slice(slot) == slice && Math.min(lengthCode(slot), Key.LONGER) == code) {
        return slot;
      }
    }
    return -1;
  }

  /** Reads a little of all that a lookup will read, for the sake of the caches. */
  long touch() {
    int last = words.length - 1;
    long read = slice(0) ^ slice(last >> 1) ^ slice(last);
    Object[] held = referencesAcquire();
    return held == null || REFERENCE.getOpaque(held, held.length >> 1) == null ? read : ~read;
  }

  // What the slots hold.

  /**
   * The value by reference or the layer in a slot; null for an inline value, or if it was removed
   * meanwhile. Acquire: pairs with setReference, so that what the value refers to is there.
   */
  Object entryAcquire(int slot) {
    Object[] held = referencesAcquire();
    return held == null ? null : REFERENCE.getAcquire(held, slot);
  }

  void setEntry(int slot, Object entry) {
    setReference(slot, entry);
  }

  /** Acquire: pairs with setInline, so that a value carries what came before it. */
  long inlineAcquire(int slot) {
    return (long) WORD.getAcquire(words, width + slot);
  }

  void setInline(int slot, long value) {
    // Release: pairs with inlineAcquire.
    WORD.setRelease(words, width + slot, value);
  }

  /**
   * The suffix in a slot; null if there is none or it was removed meanwhile. Acquire: pairs with
   * setReference, so that the bytes are there.
   */
  byte[] suffixAcquire(int slot) {
    Object[] held = referencesAcquire();
    return hasSuffixes(held) ? (byte[]) REFERENCE.getAcquire(held, width + slot) : null;
  }

  private void setSuffix(int slot, byte[] suffix) {
    if (hasSuffixes(references)) {
      setReference(width + slot, suffix);
    }
  }

  private boolean hasSuffixes(Object[] held) {
    return held != null && held.length > width;
  }

  private void setReference(int index, Object reference) {
    // Release: pairs with entryAcquire and suffixAcquire.
    REFERENCE.setRelease(references, index, reference);
  }

  /**
   * Acquire: pairs with reserveSuffixes. Whoever still reads an array that was outgrown sees it as
   * it was when it was, which is after it asked for it.
   */
  private Object[] referencesAcquire() {
    return (Object[]) REFERENCES.getAcquire(this);
  }

  // Changes. The caller holds this node's lock, or the node is new.

  /** Makes room for suffixes, and for layers beside inline values. It allocates. */
  void reserveSuffixes() {
    if (!hasSuffixes(references)) {
      Object[] grown = new Object[2 * width];
      if (references != null) {
        System.arraycopy(references, 0, grown, 0, width);
      }
      // Release: pairs with referencesAcquire.
      REFERENCES.setRelease(this, grown);
    }
  }

  /** Makes room for layers beside inline values. It allocates. */
  void reserveLayers() {
    if (references == null) {
      reserveSuffixes();
    }
  }

  /** Gives up the room for suffixes and layers, which an empty node does not need. It allocates. */
  void shrink() {
    assert Permutation.count(permutation) == 0;
    if (hasSuffixes(references)) {
      // Release: pairs with referencesAcquire.
      REFERENCES.setRelease(this, isInline() ? null : new Object[width]);
    }
  }

  /** Makes the same room as another node has. It allocates. */
  void reserveAsIn(BorderNode other) {
    if (hasSuffixes(other.references)) {
      reserveSuffixes();
    }
  }

  /**
   * Whether a slot was live since the last mark, so that a reader may still look for its former
   * entry there.
   */
  boolean wasFreed(int slot) {
    return (freedSlots >>> slot & 1) != 0;
  }

  /** Forgets which slots were freed, since the node is marked now. */
  void forgetFreed() {
    freedSlots = 0;
  }

  /** Fills a free slot. A permutation publishes it. */
  void fill(int slot, long slice, int code, byte[] suffix, Object entry, long inline) {
    // Opaque: ordered by the release of the permutation.
    WORD.setOpaque(words, slot, slice);
    setLengthCode(slot, code);
    setSuffix(slot, suffix);
    if (isInline()) {
      setInline(slot, inline);
    }
    if (references != null) {
      setEntry(slot, entry);
    }
  }

  /** Turns the value in a slot into a layer. The node is marked. */
  void becomeLayer(int slot, Layer layer) {
    setEntry(slot, layer);
    setSuffix(slot, null);
    setLengthCode(slot, LAYER);
  }

  private void setLengthCode(int slot, int code) {
    // Opaque: ordered by the release of the permutation, or guarded by the mark.
    LENGTH_CODES.setOpaque(this, lengthCodes & ~(15L << (4 * slot)) | ((long) code << (4 * slot)));
  }

  /** Copies a slot of another node into a free slot of this one. */
  void fillFrom(int slot, BorderNode other, int otherSlot) {
    fill(
        slot,
        other.slice(otherSlot),
        other.lengthCode(otherSlot),
        other.suffixAcquire(otherSlot),
        other.entryAcquire(otherSlot),
        other.isInline() ? other.inlineAcquire(otherSlot) : 0);
  }

  /** Takes the entry at a position out of the order, then lets go of what it held. */
  void removeAt(int position) {
    int slot = Permutation.slot(permutation, position);
    long order = Permutation.remove(permutation, position, width);
    freedSlots |= (short) (1 << slot);
    if (Integer.bitCount(freedSlots) == width - Permutation.count(order)) {
      // No slot is free that was not live since the last mark: from here on the free slots could
      // come round to an earlier order, so that the permutation alone would tell no change.
      markInserting();
      forgetFreed();
    }
    setPermutationRelease(order);
    letGo(slot);
  }

  /** Drops the references in a free slot, so that it keeps nothing alive. */
  void letGo(int slot) {
    setSuffix(slot, null);
    if (references != null) {
      setEntry(slot, null);
    }
  }

  /** Drops all that a deleted node holds. The node is marked deleted. */
  void letGoOfAll() {
    setPermutationRelease(Permutation.ofFirst(0));
    for (int slot = 0; slot < width; slot++) {
      letGo(slot);
    }
    setBounds(-1L, null);
    setParentRelease(null);
  }
}
