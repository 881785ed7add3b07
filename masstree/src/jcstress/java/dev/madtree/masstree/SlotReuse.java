package dev.madtree.masstree;

import static dev.madtree.masstree.SmallTrees.key;
import static dev.madtree.masstree.SmallTrees.shown;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A key is removed and its slot filled for another key, while a reader looks for the first: the
 * mark of a reused slot and the fence of {@code changedSince}.
 */
public class SlotReuse {

  /** What may come of it. */
  @Outcome(id = "50", expect = ACCEPTABLE, desc = "The key was still there.")
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "The key was gone.")
  @Outcome(expect = FORBIDDEN, desc = "The key had another key's value.")
  public static class Outcomes {}

  /** A border node with one free slot: the second insert takes the one that is freed. */
  @State
  public static class OneSlotFree {
    final Masstree<Integer> tree = SmallTrees.tree(9);

    void reuse() {
      tree.remove(50L);
      tree.put(51L, 51);
      tree.put(52L, 52);
    }
  }

  /** A get beside it. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class Get {
    @Actor
    public void writer(OneSlotFree s) {
      s.reuse();
    }

    @Actor
    public void reader(OneSlotFree s, I_Result r) {
      r.r1 = shown(s.tree.get(50L));
    }
  }

  /** A batch beside it. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class GetAll {
    @Actor
    public void writer(OneSlotFree s) {
      s.reuse();
    }

    @Actor
    public void reader(OneSlotFree s, I_Result r) {
      Integer[] values = new Integer[2];
      s.tree.getAll(new long[] {50, 60}, values);
      r.r1 = shown(values[0]);
    }
  }

  /** A scan beside it. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class Scan {
    @Actor
    public void writer(OneSlotFree s) {
      s.reuse();
    }

    @Actor
    public void reader(OneSlotFree s, I_Result r) {
      r.r1 = SmallTrees.ABSENT;
      s.tree.scan(
          KeyRange.closed(45L, 60L),
          (key, value) -> {
            if (key.longAt(0) == 50) {
              r.r1 = value;
            } else if (key.longAt(0) != value) {
              r.r1 = value;
              return false;
            }
            return true;
          });
    }
  }

  /** A removal of another key beside it, which gets that key's value. */
  @JCStressTest
  @Outcome(id = "50", expect = ACCEPTABLE, desc = "The key was removed with its value.")
  @Outcome(expect = FORBIDDEN, desc = "The key was missed, or had another key's value.")
  public static class Remove {
    @Actor
    public void writer(OneSlotFree s) {
      s.tree.remove(40L);
      s.tree.put(41L, 41);
      s.tree.put(42L, 42);
    }

    @Actor
    public void remover(OneSlotFree s, I_Result r) {
      r.r1 = shown(s.tree.remove(50L));
    }
  }

  /** A full border node: the insert takes the slot that is freed. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class GetInFullNode {
    private final Masstree<Integer> tree = SmallTrees.tree(10);

    @Actor
    public void writer() {
      tree.remove(50L);
      tree.put(51L, 51);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = shown(tree.get(50L));
    }
  }

  /** Values that stand in the nodes. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class Inline {
    private final MasstreeIndex index = SmallTrees.index(9);

    @Actor
    public void writer() {
      index.remove(50L);
      index.put(51L, 51);
      index.put(52L, 52);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = shown(index.get(50L));
    }
  }

  /** Keys with suffixes. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class Suffix {
    private static final byte[] REMOVED = key("removed and gone");

    private final Masstree<Integer> tree = SmallTrees.tree(8);

    /** Puts the key that is removed. */
    public Suffix() {
      tree.put(REMOVED, 50);
    }

    @Actor
    public void writer() {
      tree.remove(REMOVED);
      tree.put(51L, 51);
      tree.put(key("removed for another"), 52);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = shown(tree.get(REMOVED));
    }
  }
}
