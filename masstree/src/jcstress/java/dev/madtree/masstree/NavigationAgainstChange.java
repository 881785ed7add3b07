package dev.madtree.masstree;

import static dev.madtree.masstree.SmallTrees.shown;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The nearest entry is asked for while a nearer one is put and then the farther one removed: one of
 * the two is there at any moment, so the one behind them is never the answer. In two border nodes
 * it is the witnesses that see to it.
 */
public class NavigationAgainstChange {

  /** Two border nodes, 10 to 90 and 110 to 200. */
  @State
  public static class TwoNodes {
    final Masstree<Integer> tree = SmallTrees.treeWithout(20, 100, 100);
  }

  /** Upwards over the border between two nodes. */
  @JCStressTest
  @Outcome(
      id = {"110", "97"},
      expect = ACCEPTABLE,
      desc = "The nearest entry of one moment.")
  @Outcome(expect = FORBIDDEN, desc = "An entry that was never the nearest.")
  public static class Ceiling {
    @Actor
    public void writer(TwoNodes s) {
      s.tree.put(97L, 97);
      s.tree.remove(110L);
    }

    @Actor
    public void reader(TwoNodes s, I_Result r) {
      r.r1 = shown(s.tree.ceiling(95L));
    }
  }

  /** Downwards over the border between two nodes. */
  @JCStressTest
  @Outcome(
      id = {"90", "113"},
      expect = ACCEPTABLE,
      desc = "The nearest entry of one moment.")
  @Outcome(expect = FORBIDDEN, desc = "An entry that was never the nearest.")
  @State
  public static class Floor {
    private final Masstree<Integer> tree = SmallTrees.treeWithout(20, 100, 110);

    @Actor
    public void writer() {
      tree.put(113L, 113);
      tree.remove(90L);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = shown(tree.floor(115L));
    }
  }

  /** Within one border node. */
  @JCStressTest
  @Outcome(
      id = {"30", "40", "35"},
      expect = ACCEPTABLE,
      desc = "The nearest entry of one moment.")
  @Outcome(expect = FORBIDDEN, desc = "An entry that was never the nearest.")
  @State
  public static class Higher {
    private final Masstree<Integer> tree = SmallTrees.tree(6);

    @Actor
    public void writer() {
      tree.remove(30L);
      tree.put(35L, 35);
      tree.remove(40L);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = shown(tree.higher(25L));
    }
  }

  /** The first entry goes once a lesser one has come. */
  @JCStressTest
  @Outcome(
      id = {"10, 10", "10, 5", "5, 5"},
      expect = ACCEPTABLE,
      desc = "The first entries of two moments, in their order.")
  @Outcome(expect = FORBIDDEN, desc = "An entry that was never first, or was no longer.")
  @State
  public static class First {
    private final Masstree<Integer> tree = SmallTrees.treeWithout(11, 20, 100);

    @Actor
    public void writer() {
      tree.put(5L, 5);
      tree.remove(10L);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = shown(tree.first());
      r.r2 = shown(tree.first());
    }
  }

  /** The last entry, found through a layer that empties. */
  @JCStressTest
  @Outcome(
      id = {"0", "7"},
      expect = ACCEPTABLE,
      desc = "The last entry of one moment.")
  @Outcome(expect = FORBIDDEN, desc = "An entry that was never the last.")
  @State
  public static class LastInLayer {
    private static final byte[] LAST = SmallTrees.key("zero");

    private final Masstree<Integer> tree = SmallTrees.layered();

    /** Tells the entry apart that is never the last. */
    public LastInLayer() {
      tree.put(SmallTrees.ABOVE, 1);
    }

    @Actor
    public void writer() {
      tree.put(LAST, 7);
      tree.remove(SmallTrees.BELOW);
      tree.remove(SmallTrees.BESIDE);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = shown(tree.last());
    }
  }

  /** The first entry is taken while a lesser one is put. */
  @JCStressTest
  @Outcome(id = "10, 5", expect = ACCEPTABLE, desc = "The old first entry was taken.")
  @Outcome(id = "5, 10", expect = ACCEPTABLE, desc = "The new first entry was taken.")
  @Outcome(expect = FORBIDDEN, desc = "Something else was taken, or is first now.")
  @State
  public static class PollFirst {
    private final Masstree<Integer> tree = SmallTrees.tree(3);

    @Actor
    public void writer() {
      tree.put(5L, 5);
    }

    @Actor
    public void poller(II_Result r) {
      r.r1 = shown(tree.pollFirst());
    }

    @Arbiter
    public void check(II_Result r) {
      r.r2 = shown(tree.first());
    }
  }

  /** The value that navigation finds is current, too. */
  @JCStressTest
  @Outcome(
      id = {"10, 10", "10, 1", "1, 1"},
      expect = ACCEPTABLE,
      desc = "The values came in their order.")
  @Outcome(expect = FORBIDDEN, desc = "A value came back, or was never put.")
  @State
  public static class ReplacedValue {
    private final MasstreeIndex index = SmallTrees.index(11);

    @Actor
    public void writer() {
      index.put(10L, 1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = shown(index.first().value());
      r.r2 = shown(index.get(10L));
    }
  }
}
