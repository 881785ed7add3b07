package dev.madtree.masstree;

import static dev.madtree.masstree.SmallTrees.shown;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Operations on many entries at once run beside others; each entry of theirs is atomic. */
public class WholeTree {

  /** One border node with four entries. */
  @State
  public static class FourKeys {
    final Masstree<Integer> tree = SmallTrees.tree(4);
  }

  /** All entries go while one of them is put again: what the put returns, what is left. */
  @JCStressTest
  @Outcome(id = "20, -1, 0", expect = ACCEPTABLE, desc = "The put was first, and was removed.")
  @Outcome(id = "-1, 2, 1", expect = ACCEPTABLE, desc = "The removal was first.")
  @Outcome(expect = FORBIDDEN, desc = "No order of the put and the key's removal has this result.")
  public static class ClearAgainstPut {
    @Actor
    public void remover(FourKeys s) {
      s.tree.clear();
    }

    @Actor
    public void writer(FourKeys s, III_Result r) {
      r.r1 = shown(s.tree.put(20L, 2));
    }

    @Arbiter
    public void check(FourKeys s, III_Result r) {
      r.r2 = shown(s.tree.get(20L));
      r.r3 = Walk.count(s.tree);
    }
  }

  /** Two removals of one range: how many each has removed, and what is left. */
  @JCStressTest
  @Outcome(
      id = {"0, 3, 1", "1, 2, 1", "2, 1, 1", "3, 0, 1"},
      expect = ACCEPTABLE,
      desc = "Each entry was removed by one of them.")
  @Outcome(expect = FORBIDDEN, desc = "An entry was counted twice, or left, or lost.")
  public static class TwoRangeRemovals {
    @Actor
    public void one(FourKeys s, III_Result r) {
      r.r1 = (int) s.tree.removeRange(KeyRange.atLeast(20L));
    }

    @Actor
    public void other(FourKeys s, III_Result r) {
      r.r2 = (int) s.tree.removeRange(KeyRange.greaterThan(10L));
    }

    @Arbiter
    public void check(FourKeys s, III_Result r) {
      r.r3 = Walk.count(s.tree);
    }
  }

  /** A range is emptied that two border nodes share, while a key is put behind it. */
  @JCStressTest
  @Outcome(id = "12, 5", expect = ACCEPTABLE, desc = "The range is empty, and the rest is there.")
  @Outcome(expect = FORBIDDEN, desc = "A removal or the put is lost.")
  @State
  public static class RangeRemovalAgainstPut {
    private final Masstree<Integer> tree = SmallTrees.tree(16);

    @Actor
    public void remover(II_Result r) {
      r.r1 = (int) tree.removeRange(KeyRange.closed(30L, 140L));
    }

    @Actor
    public void writer() {
      tree.put(145L, 0);
    }

    @Arbiter
    public void check(II_Result r) {
      r.r2 = Walk.count(tree);
    }
  }

  /** The counter and a walk over the nodes, while a border node splits. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both numbers were of one moment.")
  @Outcome(expect = FORBIDDEN, desc = "A number of entries that there never was.")
  @State
  public static class StatisticsAgainstSplit {
    private final Masstree<Integer> tree = SmallTrees.tree(10);

    @Actor
    public void writer() {
      tree.put(105L, 0);
    }

    @Actor
    public void reader(II_Result r) {
      long size = tree.size();
      r.r1 = size == 10 || size == 11 ? 1 : 0;
      long passed = tree.countRange(KeyRange.all());
      r.r2 = passed == 10 || passed == 11 ? 1 : 0;
    }
  }

  /** A walk over the nodes ends, whatever happens beside it. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The walk ended, with a shape.")
  @Outcome(expect = FORBIDDEN, desc = "The walk ended with nonsense.")
  @State
  public static class StatisticsAgainstMerge {
    private final Masstree<Integer> tree = SmallTrees.treeWithout(11, 40, 100);

    @Actor
    public void remover() {
      tree.remove(20L);
      tree.put(20L, 0);
    }

    @Actor
    public void reader(I_Result r) {
      TreeStatistics shape = tree.statistics();
      r.r1 = shape.layers() == 1 && shape.height() >= 1 && shape.height() <= 2 ? 1 : 0;
    }
  }

  /** A batch of puts and a batch of gets: each element by itself. */
  @JCStressTest
  @Outcome(
      id = {"0, 0, 10", "0, 1, 10", "1, 0, 10", "1, 1, 10"},
      expect = ACCEPTABLE,
      desc = "Each value was an old or a new one.")
  @Outcome(expect = FORBIDDEN, desc = "A value was another key's, or missed.")
  @State
  public static class BatchAgainstBatch {
    private final Masstree<Integer> tree = SmallTrees.empty();

    /** Puts the old values. */
    public BatchAgainstBatch() {
      tree.putAll(new long[] {10, 20, 30}, new Integer[] {0, 0, 10});
    }

    @Actor
    public void writer() {
      tree.putAll(new long[] {10, 15, 20}, new Integer[] {1, 15, 1});
    }

    @Actor
    public void reader(III_Result r) {
      Integer[] values = new Integer[3];
      tree.getAll(new long[] {10, 20, 30}, values);
      r.r1 = shown(values[0]);
      r.r2 = shown(values[1]);
      r.r3 = shown(values[2]);
    }
  }
}
