package dev.madtree.masstree;

import static dev.madtree.masstree.SmallTrees.shown;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A border node splits while a reader looks for keys that stay and keys that move: the splitting
 * mark, {@code setBounds} with {@code nextAcquire} and {@code highKeyOpaque}, {@code
 * setRootRelease} with {@code rootAcquire}, and an interior node's count, separators and children.
 */
public class SplitAgainstGet {

  /** What may come of it. */
  @Outcome(id = "60, 100", expect = ACCEPTABLE, desc = "Both keys were found.")
  @Outcome(expect = FORBIDDEN, desc = "A key that was there throughout was missed.")
  public static class Outcomes {}

  /** One full border node, which is the root. */
  @State
  public static class FullRoot {
    final Masstree<Integer> tree = SmallTrees.tree(10);
  }

  /** The right half moves. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class InTheMiddle {
    @Actor
    public void writer(FullRoot s) {
      s.tree.put(55L, 0);
    }

    @Actor
    public void reader(FullRoot s, II_Result r) {
      r.r1 = shown(s.tree.get(60L));
      r.r2 = shown(s.tree.get(100L));
    }
  }

  /** All but the new key moves. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class AtTheFront {
    @Actor
    public void writer(FullRoot s) {
      s.tree.put(5L, 0);
    }

    @Actor
    public void reader(FullRoot s, II_Result r) {
      r.r1 = shown(s.tree.get(60L));
      r.r2 = shown(s.tree.get(100L));
    }
  }

  /** Nothing but the new key goes to the right. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class AtTheEnd {
    @Actor
    public void writer(FullRoot s) {
      s.tree.put(105L, 0);
    }

    @Actor
    public void reader(FullRoot s, II_Result r) {
      r.r1 = shown(s.tree.get(60L));
      r.r2 = shown(s.tree.get(100L));
    }
  }

  /** A batch beside it. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class Batch {
    @Actor
    public void writer(FullRoot s) {
      s.tree.put(55L, 0);
    }

    @Actor
    public void reader(FullRoot s, II_Result r) {
      Integer[] values = new Integer[2];
      s.tree.getAll(new long[] {60, 100}, values);
      r.r1 = shown(values[0]);
      r.r2 = shown(values[1]);
    }
  }

  /** Four full border nodes under a full root: the split goes on upwards, and the root grows. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class OfInteriorNode {
    private final Masstree<Integer> tree = SmallTrees.tree(40);

    /** Moves the values that are looked for to the last border node. */
    public OfInteriorNode() {
      tree.put(360L, 60);
      tree.put(400L, 100);
    }

    @Actor
    public void writer() {
      tree.put(355L, 0);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = shown(tree.get(360L));
      r.r2 = shown(tree.get(400L));
    }
  }

  /** Values that stand in the nodes. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class Inline {
    private final MasstreeIndex index = SmallTrees.index(10);

    @Actor
    public void writer() {
      index.put(55L, 0);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = shown(index.get(60L));
      r.r2 = shown(index.get(100L));
    }
  }

  /** An update of a key that moves. */
  @JCStressTest
  @Outcome(id = "100, 60", expect = ACCEPTABLE, desc = "The update replaced the value.")
  @Outcome(expect = FORBIDDEN, desc = "The update is lost, or missed the key.")
  public static class AgainstPut {
    @Actor
    public void writer(FullRoot s) {
      s.tree.put(55L, 0);
    }

    @Actor
    public void updater(FullRoot s, II_Result r) {
      r.r1 = shown(s.tree.put(100L, 60));
      r.r2 = shown(s.tree.get(100L));
    }
  }
}
