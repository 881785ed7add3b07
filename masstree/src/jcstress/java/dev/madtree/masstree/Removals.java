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
import org.openjdk.jcstress.infra.results.III_Result;

/** Removals beside other writes of the same key: each entry is removed once. */
public class Removals {

  /** A tree with the keys 10 and 20. */
  @State
  public static class TwoKeys {
    final Masstree<Integer> tree = SmallTrees.tree(2);
  }

  /** What two removals of a key return, and what is left of it. */
  @Outcome(
      id = {"10, -1, -1", "-1, 10, -1"},
      expect = ACCEPTABLE,
      desc = "One of them got the value.")
  @Outcome(expect = FORBIDDEN, desc = "Both got it, or neither, or it is still there.")
  public static class OneGetsIt {}

  /** Two removals. */
  @JCStressTest
  @JCStressMeta(OneGetsIt.class)
  public static class Both {
    @Actor
    public void one(TwoKeys s, III_Result r) {
      r.r1 = shown(s.tree.remove(10L));
    }

    @Actor
    public void other(TwoKeys s, III_Result r) {
      r.r2 = shown(s.tree.remove(10L));
    }

    @Arbiter
    public void check(TwoKeys s, III_Result r) {
      r.r3 = shown(s.tree.get(10L));
    }
  }

  /** Two removals on the condition that the value is still the same. */
  @JCStressTest
  @JCStressMeta(OneGetsIt.class)
  public static class OnCondition {
    @Actor
    public void one(TwoKeys s, III_Result r) {
      r.r1 = s.tree.remove(10L, 10) ? 10 : -1;
    }

    @Actor
    public void other(TwoKeys s, III_Result r) {
      r.r2 = s.tree.remove(10L, 10) ? 10 : -1;
    }

    @Arbiter
    public void check(TwoKeys s, III_Result r) {
      r.r3 = shown(s.tree.get(10L));
    }
  }

  /** Two removals of the first entry. */
  @JCStressTest
  @Outcome(
      id = {"10, 20, -1", "20, 10, -1"},
      expect = ACCEPTABLE,
      desc = "Each got an entry.")
  @Outcome(expect = FORBIDDEN, desc = "An entry was got twice, or not at all.")
  public static class BothPoll {
    @Actor
    public void one(TwoKeys s, III_Result r) {
      r.r1 = shown(s.tree.pollFirst());
    }

    @Actor
    public void other(TwoKeys s, III_Result r) {
      r.r2 = shown(s.tree.pollFirst());
    }

    @Arbiter
    public void check(TwoKeys s, III_Result r) {
      r.r3 = shown(s.tree.first());
    }
  }

  /** A put beside a removal: what they return, and what is there in the end. */
  @JCStressTest
  @Outcome(id = "10, -1, 2", expect = ACCEPTABLE, desc = "The removal was first.")
  @Outcome(id = "2, 10, -1", expect = ACCEPTABLE, desc = "The put was first.")
  @Outcome(expect = FORBIDDEN, desc = "No order of the two has this result.")
  public static class AgainstPut {
    @Actor
    public void remover(TwoKeys s, III_Result r) {
      r.r1 = shown(s.tree.remove(10L));
    }

    @Actor
    public void writer(TwoKeys s, III_Result r) {
      r.r2 = shown(s.tree.put(10L, 2));
    }

    @Arbiter
    public void check(TwoKeys s, III_Result r) {
      r.r3 = shown(s.tree.get(10L));
    }
  }

  /** A conditional replacement beside a removal. */
  @JCStressTest
  @Outcome(id = "10, 0, -1", expect = ACCEPTABLE, desc = "The removal was first.")
  @Outcome(id = "2, 1, -1", expect = ACCEPTABLE, desc = "The replacement was first.")
  @Outcome(expect = FORBIDDEN, desc = "No order of the two has this result.")
  public static class AgainstReplace {
    @Actor
    public void remover(TwoKeys s, III_Result r) {
      r.r1 = shown(s.tree.remove(10L));
    }

    @Actor
    public void writer(TwoKeys s, III_Result r) {
      r.r2 = s.tree.replace(10L, 10, 2) ? 1 : 0;
    }

    @Arbiter
    public void check(TwoKeys s, III_Result r) {
      r.r3 = shown(s.tree.get(10L));
    }
  }

  /** An addition beside a removal, where values stand in the nodes. */
  @JCStressTest
  @Outcome(id = "10, 1, 1", expect = ACCEPTABLE, desc = "The removal was first.")
  @Outcome(id = "11, 11, -1", expect = ACCEPTABLE, desc = "The addition was first.")
  @Outcome(expect = FORBIDDEN, desc = "No order of the two has this result.")
  @State
  public static class AgainstAddInline {
    private final MasstreeIndex index = SmallTrees.index(2);

    @Actor
    public void remover(III_Result r) {
      r.r1 = shown(index.remove(10L));
    }

    @Actor
    public void writer(III_Result r) {
      r.r2 = shown(index.addAndGet(10L, 1));
    }

    @Arbiter
    public void check(III_Result r) {
      r.r3 = shown(index.get(10L));
    }
  }
}
