package dev.madtree.masstree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Each of two threads writes in one border node and then reads in the other: the volatile store of
 * unlock.
 *
 * <p>Where operations are linearizable, whichever write comes second is followed by a read that
 * sees the first. A result is 1 if the read saw the other thread's write.
 */
public class StoreBuffering {

  /** What may come of it. */
  @Outcome(
      id = {"0, 1", "1, 0"},
      expect = ACCEPTABLE,
      desc = "One read came before the other thread's write.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both writes came before both reads.")
  @Outcome(expect = FORBIDDEN, desc = "Both writes had returned, and both reads missed them.")
  public static class Outcomes {}

  /** Two full border nodes. */
  @State
  public static class TwoNodes {
    final Masstree<Integer> tree = SmallTrees.tree(20);
  }

  /** Values are replaced. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class Replaced {
    @Actor
    public void left(TwoNodes s, II_Result r) {
      s.tree.put(10L, 1);
      r.r1 = s.tree.get(200L) == 1 ? 1 : 0;
    }

    @Actor
    public void right(TwoNodes s, II_Result r) {
      s.tree.put(200L, 1);
      r.r2 = s.tree.get(10L) == 1 ? 1 : 0;
    }
  }

  /** Values are replaced on a condition. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class ReplacedIfEqual {
    @Actor
    public void left(TwoNodes s, II_Result r) {
      s.tree.replace(10L, 10, 1);
      r.r1 = s.tree.get(200L) == 1 ? 1 : 0;
    }

    @Actor
    public void right(TwoNodes s, II_Result r) {
      s.tree.compute(200L, (key, value) -> 1);
      r.r2 = s.tree.get(10L) == 1 ? 1 : 0;
    }
  }

  /** Entries are removed. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class Removed {
    @Actor
    public void left(TwoNodes s, II_Result r) {
      s.tree.remove(10L);
      r.r1 = s.tree.get(200L) == null ? 1 : 0;
    }

    @Actor
    public void right(TwoNodes s, II_Result r) {
      s.tree.remove(200L);
      r.r2 = s.tree.get(10L) == null ? 1 : 0;
    }
  }

  /** Two border nodes with room. */
  @State
  public static class TwoRoomyNodes {
    final Masstree<Integer> tree = SmallTrees.treeWithout(20, 80, 130);
  }

  /** Entries are inserted. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class Inserted {
    @Actor
    public void left(TwoRoomyNodes s, II_Result r) {
      s.tree.put(15L, 1);
      r.r1 = s.tree.get(195L) != null ? 1 : 0;
    }

    @Actor
    public void right(TwoRoomyNodes s, II_Result r) {
      s.tree.putIfAbsent(195L, 1);
      r.r2 = s.tree.get(15L) != null ? 1 : 0;
    }
  }

  /** The reads are navigation and a batch. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class InsertedAndFoundByPlace {
    @Actor
    public void left(TwoRoomyNodes s, II_Result r) {
      s.tree.put(5L, 1);
      r.r1 = s.tree.last().value() == 1 ? 1 : 0;
    }

    @Actor
    public void right(TwoRoomyNodes s, II_Result r) {
      s.tree.put(205L, 1);
      r.r2 = s.tree.first().value() == 1 ? 1 : 0;
    }
  }

  /** Values that stand in the nodes. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class Inline {
    private final MasstreeIndex index = SmallTrees.index(20);

    @Actor
    public void left(II_Result r) {
      index.put(10L, 1);
      r.r1 = index.get(200L) == 1 ? 1 : 0;
    }

    @Actor
    public void right(II_Result r) {
      index.put(200L, 1);
      r.r2 = index.get(10L) == 1 ? 1 : 0;
    }
  }

  /** Two layers, one below the other. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class TwoLayers {
    private final Masstree<Integer> tree = SmallTrees.layered();

    @Actor
    public void above(II_Result r) {
      tree.put(SmallTrees.ABOVE, 1);
      r.r1 = tree.get(SmallTrees.BELOW) == 1 ? 1 : 0;
    }

    @Actor
    public void below(II_Result r) {
      tree.put(SmallTrees.BELOW, 1);
      r.r2 = tree.get(SmallTrees.ABOVE) == 1 ? 1 : 0;
    }
  }
}
