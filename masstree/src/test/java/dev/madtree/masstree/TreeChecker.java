package dev.madtree.masstree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Checks the invariants of a tree that nobody writes to, one method an invariant, and counts its
 * entries. The first violation is an {@link AssertionError} that says where.
 */
final class TreeChecker {

  private final Trie trie;
  private long entries;
  private long layers;
  private int emptyBorders;

  private record Pending(Layer layer, byte[] prefix) {}

  private TreeChecker(Trie trie) {
    this.trie = trie;
  }

  /** Checks all invariants and returns what was counted. */
  static TreeChecker check(Trie trie) {
    TreeChecker checker = new TreeChecker(trie);
    Deque<Pending> pending = new ArrayDeque<>();
    pending.add(new Pending(trie.top(), new byte[0]));
    while (!pending.isEmpty()) {
      Pending next = pending.poll();
      checker.checkLayer(next, pending);
    }
    checker.sizeIsTheNumberOfEntries();
    return checker;
  }

  long entries() {
    return entries;
  }

  long layers() {
    return layers;
  }

  /** Border nodes without an entry, other than the top layer's root. */
  int emptyBorders() {
    return emptyBorders;
  }

  private void checkLayer(Pending pending, Deque<Pending> more) {
    layers++;
    Node root = pending.layer().rootAcquire();
    require(root.parentAcquire() == null, root, "a root has no parent");
    List<BorderNode> borders = new ArrayList<>();
    collect(root, borders);
    bordersPartitionTheSlices(borders);
    int inLayer = 0;
    for (BorderNode border : borders) {
      inLayer += checkBorder(border, pending, more);
    }
    require(inLayer > 0 || pending.prefix().length == 0, root, "only the top layer is empty");
  }

  /** Level by level, without recursion. */
  private void collect(Node root, List<BorderNode> borders) {
    List<Node> level = List.of(root);
    while (level.get(0) instanceof InteriorNode) {
      List<Node> below = new ArrayList<>();
      for (Node node : level) {
        require(node instanceof InteriorNode, node, "all leaves have one depth");
        checkInterior((InteriorNode) node, below);
      }
      level = below;
    }
    for (Node node : level) {
      nodeIsAtRest(node);
      require(node instanceof BorderNode, node, "all leaves have one depth");
      borders.add((BorderNode) node);
    }
  }

  private void checkInterior(InteriorNode node, List<Node> below) {
    nodeIsAtRest(node);
    require(
        node.count() > 0 || node.parentAcquire() != null, node, "a root has two children or more");
    for (int i = 0; i <= node.count(); i++) {
      Node child = node.child(i);
      require(child != null, node, "no live child is null");
      require(child.parentAcquire() == node, child, "a child knows its parent");
      below.add(child);
      if (i > 0) {
        require(
            leftmost(child).lowKey() == node.separator(i - 1),
            node,
            "a separator is the low key to its right");
      }
      if (i > 1) {
        require(Key.less(node.separator(i - 2), node.separator(i - 1)), node, "separators ascend");
      }
    }
    for (int i = node.count() + 1; i <= node.width(); i++) {
      require(node.child(i) == null, node, "a free place keeps nothing alive");
    }
  }

  private static BorderNode leftmost(Node node) {
    Node at = node;
    while (at instanceof InteriorNode interior) {
      at = interior.child(0);
    }
    return (BorderNode) at;
  }

  private void nodeIsAtRest(Node node) {
    long version = node.versionAcquire();
    require(!NodeVersion.isLocked(version), node, "no lock is left behind");
    require(!NodeVersion.isDirty(version), node, "no mark is left behind");
    require(!NodeVersion.isDeleted(version), node, "no deleted node is reachable");
  }

  private void bordersPartitionTheSlices(List<BorderNode> borders) {
    require(borders.get(0).lowKey() == 0, borders.get(0), "the first node owns the least slice");
    for (int i = 0; i < borders.size(); i++) {
      BorderNode border = borders.get(i);
      BorderNode next = i + 1 < borders.size() ? borders.get(i + 1) : null;
      require(border.nextAcquire() == next, border, "links go through all leaves in order");
      if (next != null) {
        require(border.highKeyOpaque() == next.lowKey(), border, "bounds meet");
        require(Key.less(border.lowKey(), next.lowKey()), border, "bounds ascend");
      }
    }
  }

  private int checkBorder(BorderNode border, Pending pending, Deque<Pending> more) {
    long order = border.permutation();
    permutationNamesEverySlotOnce(border, order);
    int count = Permutation.count(order);
    if (count == 0 && pending.prefix().length + (border.parentAcquire() == null ? 0 : 1) > 0) {
      emptyBorders++;
    }
    for (int i = 0; i < count; i++) {
      int slot = Permutation.slot(order, i);
      long slice = border.slice(slot);
      int code = border.lengthCode(slot);
      require(!Key.less(slice, border.lowKey()), border, "no entry below the low key");
      require(!border.isBeyond(slice), border, "no entry at or above the high key");
      if (i > 0) {
        entriesAscend(border, Permutation.slot(order, i - 1), slot);
      }
      Object entry = border.entryAcquire(slot);
      byte[] suffix = border.suffixAcquire(slot);
      require((code == Key.LONGER) == (suffix != null), border, "a suffix where the key is longer");
      require((code == BorderNode.LAYER) == (entry instanceof Layer), border, "codes tell layers");
      if (entry instanceof Layer layer) {
        more.add(new Pending(layer, prefix(pending.prefix(), slice)));
      } else {
        require(border.isInline() == (entry == null), border, "an entry by reference is not null");
        entries++;
      }
    }
    for (int i = count; i < border.width(); i++) {
      int slot = Permutation.slot(order, i);
      require(border.entryAcquire(slot) == null, border, "a free slot keeps no entry alive");
      require(border.suffixAcquire(slot) == null, border, "a free slot keeps no suffix alive");
    }
    return count;
  }

  private void entriesAscend(BorderNode border, int slot, int next) {
    long slice = border.slice(slot);
    long nextSlice = border.slice(next);
    int code = Math.min(border.lengthCode(slot), Key.LONGER);
    int nextCode = Math.min(border.lengthCode(next), Key.LONGER);
    require(
        Key.less(slice, nextSlice) || (slice == nextSlice && code < nextCode),
        border,
        "entries ascend");
  }

  private void permutationNamesEverySlotOnce(BorderNode border, long order) {
    int seen = 0;
    for (int i = 0; i < border.width(); i++) {
      seen |= 1 << Permutation.slot(order, i);
    }
    require(seen == (1 << border.width()) - 1, border, "every slot stands once in the permutation");
    require(Permutation.count(order) <= border.width(), border, "no more entries than slots");
  }

  private void sizeIsTheNumberOfEntries() {
    if (trie.size().sum() != entries) {
      throw new AssertionError("size says " + trie.size().sum() + ", there are " + entries);
    }
  }

  private static byte[] prefix(byte[] above, long slice) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Arrays.copyOf(above, Math.min(above.length, 64)));
    bytes.writeBytes(Key.bytes(slice));
    return bytes.toByteArray();
  }

  private void require(boolean holds, Node node, String invariant) {
    if (!holds) {
      throw new AssertionError(
          invariant + ": " + node + " version " + Long.toHexString(node.versionAcquire()));
    }
  }
}
