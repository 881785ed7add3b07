package dev.madtree.masstree;

import java.util.concurrent.atomic.LongAdder;

/**
 * What the two storage modes share: the top layer, the fan-out, whether values are inline, and the
 * count of entries.
 */
final class Trie {

  private final Fanout fanout;
  private final boolean inline;
  private final Layer top;
  private final LongAdder size = new LongAdder();

  Trie(Fanout fanout, boolean inline) {
    this.fanout = fanout;
    this.inline = inline;
    BorderNode root = newBorder();
    root.unlock();
    top = new Layer(root);
  }

  /** Whether values are longs in the nodes. */
  boolean isInline() {
    return inline;
  }

  Layer top() {
    return top;
  }

  Fanout fanout() {
    return fanout;
  }

  /** The number of entries, exact when nobody writes. */
  LongAdder size() {
    return size;
  }

  /** The one, empty, locked border node of a new layer. */
  BorderNode newBorder() {
    return new BorderNode(fanout.border(), inline, 0);
  }
}
