package dev.madtree.masstree;

import static dev.madtree.masstree.SmallTrees.key;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A scan goes on while border nodes split and merge and layers come and go: keys in strict order,
 * and what is there throughout exactly once. The result is how many such keys it passed.
 */
public class ScanAgainstChange {

  /** A full border node splits. */
  @JCStressTest
  @Outcome(id = "10", expect = ACCEPTABLE, desc = "All that was there throughout, in order.")
  @Outcome(expect = FORBIDDEN, desc = "A key missed, doubled or out of order.")
  @State
  public static class Split {
    private final Masstree<Integer> tree = SmallTrees.tree(10);

    @Actor
    public void writer() {
      tree.put(55L, 0);
    }

    @Actor
    public void scanner(I_Result r) {
      r.r1 = Walk.countTens(tree, false);
    }
  }

  /** A full border node splits before a descending scan. */
  @JCStressTest
  @Outcome(id = "10", expect = ACCEPTABLE, desc = "All that was there throughout, in order.")
  @Outcome(expect = FORBIDDEN, desc = "A key missed, doubled or out of order.")
  @State
  public static class SplitDescending {
    private final Masstree<Integer> tree = SmallTrees.tree(10);

    @Actor
    public void writer() {
      tree.put(5L, 0);
      tree.put(55L, 0);
    }

    @Actor
    public void scanner(I_Result r) {
      r.r1 = Walk.countTens(tree, true);
    }
  }

  /** Two border nodes: 10, 15, 20 and 110. Without one of the three they merge. */
  @State
  public static class ThinNodes {
    final Masstree<Integer> tree = SmallTrees.treeWithout(11, 40, 100);

    /** Puts what is removed. */
    public ThinNodes() {
      tree.put(15L, 0);
      tree.remove(30L);
    }
  }

  /** Two border nodes merge. */
  @JCStressTest
  @Outcome(id = "3", expect = ACCEPTABLE, desc = "All that was there throughout, in order.")
  @Outcome(expect = FORBIDDEN, desc = "A key missed, doubled or out of order.")
  public static class Merge {
    @Actor
    public void remover(ThinNodes s) {
      s.tree.remove(15L);
    }

    @Actor
    public void scanner(ThinNodes s, I_Result r) {
      r.r1 = Walk.countTens(s.tree, false);
    }
  }

  /** Two border nodes merge before a descending scan. */
  @JCStressTest
  @Outcome(id = "3", expect = ACCEPTABLE, desc = "All that was there throughout, in order.")
  @Outcome(expect = FORBIDDEN, desc = "A key missed, doubled or out of order.")
  public static class MergeDescending {
    @Actor
    public void remover(ThinNodes s) {
      s.tree.remove(15L);
    }

    @Actor
    public void scanner(ThinNodes s, I_Result r) {
      r.r1 = Walk.countTens(s.tree, true);
    }
  }

  /** A border node empties before a descending scan, which goes to its left neighbour. */
  @JCStressTest
  @Outcome(id = "10", expect = ACCEPTABLE, desc = "All that was there throughout, in order.")
  @Outcome(expect = FORBIDDEN, desc = "A key missed, doubled or out of order.")
  @State
  public static class RemovalDescending {
    private final Masstree<Integer> tree = SmallTrees.tree(10);

    /** Puts the second node's only keys. */
    public RemovalDescending() {
      tree.put(111L, 0);
      tree.put(112L, 0);
    }

    @Actor
    public void remover() {
      tree.remove(112L);
      tree.remove(111L);
    }

    @Actor
    public void scanner(I_Result r) {
      r.r1 = Walk.countTens(tree, true);
    }
  }

  /** A key becomes a chain of layers. */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "All that was there throughout, in order.")
  @Outcome(expect = FORBIDDEN, desc = "A key missed, doubled or out of order.")
  @State
  public static class NewLayer {
    private final Masstree<Integer> tree = SmallTrees.empty();

    /** Puts the keys that stay. */
    public NewLayer() {
      tree.put(SmallTrees.ABOVE, 0);
      tree.put(SmallTrees.BESIDE, 0);
    }

    @Actor
    public void writer() {
      tree.put(SmallTrees.BELOW, 1);
    }

    @Actor
    public void scanner(I_Result r) {
      r.r1 = Walk.count(tree, KeyRange.all(), false, key -> tree.get(key) == 0);
    }
  }

  /** A layer empties and collapses between two keys that stay. */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "All that was there throughout, in order.")
  @Outcome(expect = FORBIDDEN, desc = "A key missed, doubled or out of order.")
  @State
  public static class CollapseDescending {
    private static final byte[] LAST = key("zero");

    private final Masstree<Integer> tree = SmallTrees.layered();

    /** Puts the key behind the layer. */
    public CollapseDescending() {
      tree.put(LAST, 0);
    }

    @Actor
    public void remover() {
      tree.remove(SmallTrees.BESIDE);
      tree.remove(SmallTrees.BELOW);
    }

    @Actor
    public void scanner(I_Result r) {
      r.r1 = Walk.count(tree, KeyRange.all(), true, key -> key.length < Key.SLICE);
    }
  }
}
