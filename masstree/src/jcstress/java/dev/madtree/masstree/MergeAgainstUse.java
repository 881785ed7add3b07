package dev.madtree.masstree;

import static dev.madtree.masstree.SmallTrees.shown;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Border nodes merge and the root is lowered, while others read and write in the node that goes:
 * the deleted mark, {@code setRootRelease} with {@code rootAcquire}, {@code setParentRelease} with
 * {@code parentAcquire}.
 */
public class MergeAgainstUse {

  /** Two border nodes: 10, 20, 30 and 110. Without one of the three they merge. */
  @State
  public static class ThinNodes {
    final Masstree<Integer> tree = SmallTrees.treeWithout(11, 40, 100);
  }

  /** A get of a key that moves, and of one that stays. */
  @JCStressTest
  @Outcome(id = "110, 30", expect = ACCEPTABLE, desc = "Both keys were found.")
  @Outcome(expect = FORBIDDEN, desc = "A key that was there throughout was missed.")
  public static class Get {
    @Actor
    public void remover(ThinNodes s) {
      s.tree.remove(20L);
    }

    @Actor
    public void reader(ThinNodes s, II_Result r) {
      r.r1 = shown(s.tree.get(110L));
      r.r2 = shown(s.tree.get(30L));
    }
  }

  /** The number of entries that are there in the end. */
  @Outcome(id = "4", expect = ACCEPTABLE, desc = "The insert and the removal are there.")
  @Outcome(expect = FORBIDDEN, desc = "One of them is lost, or something else with it.")
  public static class FourLeft {}

  /** An insert into the node that goes. */
  @JCStressTest
  @JCStressMeta(FourLeft.class)
  public static class Insert {
    @Actor
    public void remover(ThinNodes s) {
      s.tree.remove(20L);
    }

    @Actor
    public void writer(ThinNodes s) {
      s.tree.put(105L, 0);
      s.tree.put(115L, 0);
      s.tree.remove(105L);
    }

    @Arbiter
    public void check(ThinNodes s, I_Result r) {
      r.r1 = Walk.count(s.tree);
    }
  }

  /** A removal in either node; both would merge them. */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both removals are there.")
  @Outcome(expect = FORBIDDEN, desc = "One of them is lost, or something else with it.")
  public static class Removal {
    @Actor
    public void remover(ThinNodes s) {
      s.tree.remove(20L);
    }

    @Actor
    public void other(ThinNodes s) {
      s.tree.remove(110L);
    }

    @Arbiter
    public void check(ThinNodes s, I_Result r) {
      r.r1 = Walk.count(s.tree);
    }
  }

  /**
   * Five border nodes under two interior nodes under a root. Without 320 the last two border nodes
   * merge, then the interior nodes, and what is left of these becomes the root.
   */
  @State
  public static class ThreeLevels {
    final Masstree<Integer> tree = SmallTrees.treeWithout(41, 330, 390);
  }

  /** The root is lowered, and gets find what is there throughout. */
  @JCStressTest
  @Outcome(id = "100, 410", expect = ACCEPTABLE, desc = "Both keys were found.")
  @Outcome(expect = FORBIDDEN, desc = "A key that was there throughout was missed.")
  public static class LoweredRoot {
    @Actor
    public void remover(ThreeLevels s) {
      s.tree.remove(320L);
    }

    @Actor
    public void reader(ThreeLevels s, II_Result r) {
      r.r1 = shown(s.tree.get(100L));
      r.r2 = shown(s.tree.get(410L));
    }
  }

  /** The root is lowered while a border node splits below it. */
  @JCStressTest
  @Outcome(id = "34", expect = ACCEPTABLE, desc = "The insert and the removal are there.")
  @Outcome(expect = FORBIDDEN, desc = "One of them is lost, or something else with it.")
  public static class LoweredRootAgainstSplit {
    @Actor
    public void remover(ThreeLevels s) {
      s.tree.remove(320L);
    }

    @Actor
    public void writer(ThreeLevels s) {
      s.tree.put(55L, 0);
    }

    @Arbiter
    public void check(ThreeLevels s, I_Result r) {
      r.r1 = Walk.count(s.tree);
    }
  }
}
