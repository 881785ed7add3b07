package dev.madtree.masstree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Counts nodes and what they hold, layer by layer and level by level, without recursion. */
final class StatisticsWalk {

  private record Pending(Layer layer, int depth) {}

  private final Deque<Pending> pending = new ArrayDeque<>();
  private long entries;
  private long layers;
  private int depth;
  private int height;
  private long borderNodes;
  private long interiorNodes;
  private long slots;
  private long usedSlots;
  private long suffixBytes;

  private StatisticsWalk() {}

  static TreeStatistics of(Trie trie) {
    StatisticsWalk walk = new StatisticsWalk();
    walk.pending.add(new Pending(trie.top(), 1));
    while (!walk.pending.isEmpty()) {
      walk.count(walk.pending.pop());
    }
    return new TreeStatistics(
        walk.entries,
        walk.layers,
        walk.depth,
        walk.height,
        walk.borderNodes,
        walk.interiorNodes,
        walk.slots,
        walk.usedSlots,
        walk.suffixBytes);
  }

  private void count(Pending next) {
    layers++;
    depth = Math.max(depth, next.depth());
    List<Node> level = List.of(next.layer().rootAcquire());
    for (int levels = 1; !level.isEmpty(); levels++) {
      height = Math.max(height, levels);
      List<Node> below = new ArrayList<>();
      for (Node node : level) {
        if (node instanceof InteriorNode interior) {
          interiorNodes++;
          interior.addChildren(below);
        } else {
          count((BorderNode) node, next.depth());
        }
      }
      level = below;
    }
  }

  private void count(BorderNode node, int layerDepth) {
    long order = node.permutationAcquire();
    int count = Permutation.count(order);
    borderNodes++;
    slots += node.width();
    usedSlots += count;
    for (int i = 0; i < count; i++) {
      int slot = Permutation.slot(order, i);
      if (node.entryAcquire(slot) instanceof Layer layer) {
        pending.push(new Pending(layer, layerDepth + 1));
      } else {
        entries++;
        byte[] suffix = node.suffixAcquire(slot);
        suffixBytes += suffix == null ? 0 : suffix.length;
      }
    }
  }
}
