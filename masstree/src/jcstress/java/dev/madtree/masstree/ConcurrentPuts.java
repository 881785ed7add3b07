package dev.madtree.masstree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads insert side by side: the compare-and-set of lock with the store of unlock, and the
 * parent that a split locks.
 *
 * <p>The result is the number of entries that a scan passes in order, each found by a get as well.
 */
public class ConcurrentPuts {

  /** Two inserts of other keys in one border node with room. */
  @JCStressTest
  @Outcome(id = "7", expect = ACCEPTABLE, desc = "Both inserts are there.")
  @Outcome(expect = FORBIDDEN, desc = "An insert is lost, or something else with it.")
  @State
  public static class InOneNode {
    private final Masstree<Integer> tree = SmallTrees.tree(5);

    @Actor
    public void one() {
      tree.put(15L, 1);
    }

    @Actor
    public void other() {
      tree.put(35L, 1);
    }

    @Arbiter
    public void check(I_Result r) {
      r.r1 = Walk.count(tree);
    }
  }

  /** Two inserts into one full border node, which splits into a new root. */
  @JCStressTest
  @Outcome(id = "12", expect = ACCEPTABLE, desc = "Both inserts are there.")
  @Outcome(expect = FORBIDDEN, desc = "An insert is lost, or something else with it.")
  @State
  public static class IntoFullRoot {
    private final Masstree<Integer> tree = SmallTrees.tree(10);

    @Actor
    public void one() {
      tree.put(15L, 1);
    }

    @Actor
    public void other() {
      tree.put(95L, 1);
    }

    @Arbiter
    public void check(I_Result r) {
      r.r1 = Walk.count(tree);
    }
  }

  /** Two border nodes split under one full parent, which splits as well and gets a parent. */
  @JCStressTest
  @Outcome(id = "42", expect = ACCEPTABLE, desc = "Both inserts are there.")
  @Outcome(expect = FORBIDDEN, desc = "An insert is lost, or something else with it.")
  @State
  public static class UnderFullParent {
    private final Masstree<Integer> tree = SmallTrees.tree(40);

    @Actor
    public void one() {
      tree.put(15L, 1);
    }

    @Actor
    public void other() {
      tree.put(395L, 1);
    }

    @Arbiter
    public void check(I_Result r) {
      r.r1 = Walk.count(tree);
    }
  }

  /** What may come of two inserts of one key: what they return, what is there in the end. */
  @Outcome(id = "-1, 1, 2", expect = ACCEPTABLE, desc = "The first thread was first.")
  @Outcome(id = "2, -1, 1", expect = ACCEPTABLE, desc = "The second thread was first.")
  @Outcome(expect = FORBIDDEN, desc = "No order of the two puts has this result.")
  public static class OneKeyOutcomes {}

  /** Two puts of one key. */
  @JCStressTest
  @JCStressMeta(OneKeyOutcomes.class)
  @State
  public static class OfOneKey {
    private final Masstree<Integer> tree = SmallTrees.empty();

    @Actor
    public void one(III_Result r) {
      r.r1 = SmallTrees.shown(tree.put(50L, 1));
    }

    @Actor
    public void other(III_Result r) {
      r.r2 = SmallTrees.shown(tree.put(50L, 2));
    }

    @Arbiter
    public void check(III_Result r) {
      r.r3 = SmallTrees.shown(tree.get(50L));
    }
  }

  /** Two puts of one key with a suffix, in a border node that a third key makes a layer of. */
  @JCStressTest
  @JCStressMeta(OneKeyOutcomes.class)
  @State
  public static class OfOneKeyInNewLayer {
    private final Masstree<Integer> tree = SmallTrees.empty();

    /** Puts the key that shares two slices with the one that comes. */
    public OfOneKeyInNewLayer() {
      tree.put(SmallTrees.BELOW, 0);
    }

    @Actor
    public void one(III_Result r) {
      r.r1 = SmallTrees.shown(tree.put(SmallTrees.BESIDE, 1));
    }

    @Actor
    public void other(III_Result r) {
      r.r2 = SmallTrees.shown(tree.put(SmallTrees.BESIDE, 2));
    }

    @Arbiter
    public void check(III_Result r) {
      r.r3 = SmallTrees.shown(tree.get(SmallTrees.BESIDE));
    }
  }
}
