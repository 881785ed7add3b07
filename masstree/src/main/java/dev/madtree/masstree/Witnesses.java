package dev.madtree.masstree;

import java.util.Arrays;

/**
 * The border nodes that an answer rests on, as they were read. If all of them are still so, there
 * was a moment at which all of them were so together.
 *
 * <p>Version and permutation tell every change of a node's keys and bounds: a plain insert and a
 * removal change the permutation, and {@link BorderNode#removeAt} sees to it that a permutation
 * does not come back without a new version.
 */
final class Witnesses {

  private BorderNode[] nodes = new BorderNode[2];
  private long[] versions = new long[2];
  private long[] orders = new long[2];
  private int count;

  void add(BorderNode node, long version, long order) {
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * count);
      versions = Arrays.copyOf(versions, 2 * count);
      orders = Arrays.copyOf(orders, 2 * count);
    }
    nodes[count] = node;
    versions[count] = version;
    orders[count] = order;
    count++;
  }

  /** Whether no node has changed since it was added. */
  boolean agree() {
    for (int i = 0; i < count; i++) {
      if (nodes[i].permutationAcquire() != orders[i] || nodes[i].changedSince(versions[i])) {
        return false;
      }
    }
    return true;
  }
}
