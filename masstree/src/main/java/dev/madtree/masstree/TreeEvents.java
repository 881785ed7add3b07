package dev.madtree.masstree;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * What the tree tells the JDK's Flight Recorder. All events are off unless a recording asks for
 * them, and are made on slow paths only.
 */
final class TreeEvents {

  private TreeEvents() {}

  /** A border node was split. */
  static void split(int interiorSplits, boolean newRoot) {
    Split event = new Split();
    if (event.isEnabled()) {
      event.interiorSplits = interiorSplits;
      event.newRoot = newRoot;
      event.commit();
    }
  }

  /** Two nodes were merged. */
  static void merge(boolean border) {
    Merge event = new Merge();
    if (event.isEnabled()) {
      event.border = border;
      event.commit();
    }
  }

  /** A layer took the place of a value. */
  static void layerMade(int layers) {
    LayerMade event = new LayerMade();
    if (event.isEnabled()) {
      event.layers = layers;
      event.commit();
    }
  }

  /** An empty layer was taken out. */
  static void layerCollapsed() {
    LayerCollapsed event = new LayerCollapsed();
    if (event.isEnabled()) {
      event.commit();
    }
  }

  /** A search started again at a layer's root. */
  static void retry() {
    Retry event = new Retry();
    if (event.isEnabled()) {
      event.commit();
    }
  }

  /** Begins to time a wait for a lock; null unless somebody listens. */
  static LockWait beginLockWait() {
    LockWait event = new LockWait();
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return event;
  }

  /** Ends a wait that was begun. */
  static void endLockWait(LockWait event) {
    if (event != null) {
      event.commit();
    }
  }

  @Name("dev.madtree.Split")
  @Label("Masstree Split")
  @Description("A border node was split for an insert")
  @Category("Masstree")
  @Enabled(false)
  @StackTrace(false)
  static final class Split extends Event {
    @Label("Interior Splits")
    int interiorSplits;

    @Label("New Root")
    boolean newRoot;
  }

  @Name("dev.madtree.Merge")
  @Label("Masstree Merge")
  @Description("A thin node was merged into its left neighbour")
  @Category("Masstree")
  @Enabled(false)
  @StackTrace(false)
  static final class Merge extends Event {
    @Label("Border Node")
    boolean border;
  }

  @Name("dev.madtree.LayerMade")
  @Label("Masstree Layer Made")
  @Description("Two keys with one slice got a layer, or a chain of layers, of their own")
  @Category("Masstree")
  @Enabled(false)
  @StackTrace(false)
  static final class LayerMade extends Event {
    @Label("Layers")
    int layers;
  }

  @Name("dev.madtree.LayerCollapsed")
  @Label("Masstree Layer Collapsed")
  @Description("An empty layer was taken out of the layer above it")
  @Category("Masstree")
  @Enabled(false)
  @StackTrace(false)
  static final class LayerCollapsed extends Event {}

  @Name("dev.madtree.Retry")
  @Label("Masstree Retry")
  @Description("A search met a split or a deleted node and started again at a root")
  @Category("Masstree")
  @Enabled(false)
  @StackTrace(false)
  static final class Retry extends Event {}

  @Name("dev.madtree.LockWait")
  @Label("Masstree Lock Wait")
  @Description("A writer waited for another writer's node")
  @Category("Masstree")
  @Enabled(false)
  @StackTrace(false)
  static final class LockWait extends Event {}
}
