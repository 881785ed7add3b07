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
 * One thread makes two changes, another looks for the second and then for the first: the release
 * and acquire of entries, permutations and versions.
 *
 * <p>A result is 1 if the change was seen.
 */
public class MessagePassing {

  /** What may come of it. */
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Nothing was seen.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader came in between.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both changes were seen.")
  @Outcome(expect = FORBIDDEN, desc = "The second change was seen and the first was not.")
  public static class Outcomes {}

  /** Two full border nodes. */
  @State
  public static class TwoNodes {
    final Masstree<Integer> tree = SmallTrees.tree(20);
  }

  /** Two values of one border node. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class InOneNode {
    @Actor
    public void writer(TwoNodes s) {
      s.tree.put(10L, 1);
      s.tree.put(100L, 1);
    }

    @Actor
    public void reader(TwoNodes s, II_Result r) {
      r.r1 = s.tree.get(100L) == 1 ? 1 : 0;
      r.r2 = s.tree.get(10L) == 1 ? 1 : 0;
    }
  }

  /** Values in two border nodes. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class InTwoNodes {
    @Actor
    public void writer(TwoNodes s) {
      s.tree.put(10L, 1);
      s.tree.put(200L, 1);
    }

    @Actor
    public void reader(TwoNodes s, II_Result r) {
      r.r1 = s.tree.get(200L) == 1 ? 1 : 0;
      r.r2 = s.tree.get(10L) == 1 ? 1 : 0;
    }
  }

  /** A removal, then an insert that splits. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class RemovalThenSplit {
    @Actor
    public void writer(TwoNodes s) {
      s.tree.remove(10L);
      s.tree.put(155L, 1);
    }

    @Actor
    public void reader(TwoNodes s, II_Result r) {
      r.r1 = s.tree.get(155L) != null ? 1 : 0;
      r.r2 = s.tree.get(10L) == null ? 1 : 0;
    }
  }

  /** The second change is found by a get, the first by a scan. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class GetThenScan {
    @Actor
    public void writer(TwoNodes s) {
      s.tree.put(200L, 1);
      s.tree.put(10L, 1);
    }

    @Actor
    public void reader(TwoNodes s, II_Result r) {
      r.r1 = s.tree.get(10L) == 1 ? 1 : 0;
      s.tree.scan(
          KeyRange.atLeast(195L),
          (key, value) -> {
            r.r2 = value == 1 ? 1 : 0;
            return true;
          });
    }
  }

  /** A batch of puts is carried out in its order. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class BatchOfPuts {
    @Actor
    public void writer(TwoNodes s) {
      s.tree.putAll(new long[] {200, 10}, new Integer[] {1, 1});
    }

    @Actor
    public void reader(TwoNodes s, II_Result r) {
      r.r1 = s.tree.first().value() == 1 ? 1 : 0;
      r.r2 = s.tree.last().value() == 1 ? 1 : 0;
    }
  }

  /** Values that stand in the nodes. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class Inline {
    private final MasstreeIndex index = SmallTrees.index(20);

    @Actor
    public void writer() {
      index.put(10L, 1);
      index.addAndGet(200L, -199);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = index.get(200L) == 1 ? 1 : 0;
      r.r2 = index.get(10L) == 1 ? 1 : 0;
    }
  }

  /** A value below, then a value above. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class InTwoLayers {
    private final Masstree<Integer> tree = SmallTrees.layered();

    @Actor
    public void writer() {
      tree.put(SmallTrees.BELOW, 1);
      tree.put(SmallTrees.ABOVE, 1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = tree.get(SmallTrees.ABOVE) == 1 ? 1 : 0;
      r.r2 = tree.get(SmallTrees.BELOW) == 1 ? 1 : 0;
    }
  }
}
