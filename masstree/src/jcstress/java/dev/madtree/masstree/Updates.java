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
import org.openjdk.jcstress.infra.results.II_Result;

/** Updates of one key side by side: each of them sees the one before it. */
public class Updates {

  /** A tree in which the key 50 has the value 0. */
  @State
  public static class Zero {
    final Masstree<Integer> tree = SmallTrees.empty();

    /** Puts the value. */
    public Zero() {
      tree.put(50L, 0);
    }

    int value() {
      return shown(tree.get(50L));
    }
  }

  /** Values are replaced twice, and read twice. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "0, 1", "0, 2", "1, 1", "1, 2", "2, 2"},
      expect = ACCEPTABLE,
      desc = "The values came in their order.")
  @Outcome(expect = FORBIDDEN, desc = "A value came back, or was never put.")
  public static class ReplaceAgainstGet {
    @Actor
    public void writer(Zero s) {
      s.tree.replace(50L, 1);
      s.tree.replace(50L, 1, 2);
    }

    @Actor
    public void reader(Zero s, II_Result r) {
      r.r1 = s.value();
      r.r2 = s.value();
    }
  }

  /** Two conditional replacements of one value: 1 for the one that won, and the value. */
  @Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "The first thread won.")
  @Outcome(id = "0, 1, 2", expect = ACCEPTABLE, desc = "The second thread won.")
  @Outcome(expect = FORBIDDEN, desc = "Not exactly one has won.")
  public static class OneWins {}

  /** Two conditional replacements. */
  @JCStressTest
  @JCStressMeta(OneWins.class)
  public static class ConditionalReplaces {
    @Actor
    public void one(Zero s, III_Result r) {
      r.r1 = s.tree.replace(50L, 0, 1) ? 1 : 0;
    }

    @Actor
    public void other(Zero s, III_Result r) {
      r.r2 = s.tree.replace(50L, 0, 2) ? 1 : 0;
    }

    @Arbiter
    public void check(Zero s, III_Result r) {
      r.r3 = s.value();
    }
  }

  /** Two conditional replacements of a value that stands in the node. */
  @JCStressTest
  @JCStressMeta(OneWins.class)
  @State
  public static class ConditionalReplacesInline {
    private final MasstreeIndex index = SmallTrees.emptyIndex();

    /** Puts the value. */
    public ConditionalReplacesInline() {
      index.put(50L, 0);
    }

    @Actor
    public void one(III_Result r) {
      r.r1 = index.replace(50L, 0, 1) ? 1 : 0;
    }

    @Actor
    public void other(III_Result r) {
      r.r2 = index.replace(50L, 0, 2) ? 1 : 0;
    }

    @Arbiter
    public void check(III_Result r) {
      r.r3 = shown(index.get(50L));
    }
  }

  /** Two conditional inserts of one key. */
  @JCStressTest
  @Outcome(id = "-1, 1, 1", expect = ACCEPTABLE, desc = "The first thread won.")
  @Outcome(id = "2, -1, 2", expect = ACCEPTABLE, desc = "The second thread won.")
  @Outcome(expect = FORBIDDEN, desc = "Not exactly one has won.")
  @State
  public static class PutsIfAbsent {
    private final Masstree<Integer> tree = SmallTrees.empty();

    @Actor
    public void one(III_Result r) {
      r.r1 = shown(tree.putIfAbsent(50L, 1));
    }

    @Actor
    public void other(III_Result r) {
      r.r2 = shown(tree.putIfAbsent(50L, 2));
    }

    @Arbiter
    public void check(III_Result r) {
      r.r3 = shown(tree.get(50L));
    }
  }

  /** Two functions for one absent key. */
  @JCStressTest
  @Outcome(
      id = {"1, 1, 1", "2, 2, 2"},
      expect = ACCEPTABLE,
      desc = "Both threads got the one value.")
  @Outcome(expect = FORBIDDEN, desc = "They got different values, or another one is there.")
  @State
  public static class ComputesIfAbsent {
    private final Masstree<Integer> tree = SmallTrees.empty();

    @Actor
    public void one(III_Result r) {
      r.r1 = shown(tree.computeIfAbsent(50L, key -> 1));
    }

    @Actor
    public void other(III_Result r) {
      r.r2 = shown(tree.computeIfAbsent(50L, key -> 2));
    }

    @Arbiter
    public void check(III_Result r) {
      r.r3 = shown(tree.get(50L));
    }
  }

  /** Two additions: what each returns, and the sum. */
  @Outcome(
      id = {"1, 2, 2", "2, 1, 2"},
      expect = ACCEPTABLE,
      desc = "One came after the other.")
  @Outcome(expect = FORBIDDEN, desc = "An addition is lost.")
  public static class BothCount {}

  /** Two additions by functions. */
  @JCStressTest
  @JCStressMeta(BothCount.class)
  public static class Computes {
    @Actor
    public void one(Zero s, III_Result r) {
      r.r1 = s.tree.compute(50L, (key, value) -> value + 1);
    }

    @Actor
    public void other(Zero s, III_Result r) {
      r.r2 = s.tree.merge(50L, 1, Integer::sum);
    }

    @Arbiter
    public void check(Zero s, III_Result r) {
      r.r3 = s.value();
    }
  }

  /** Two additions to a value that stands in the node, and was not there before. */
  @JCStressTest
  @JCStressMeta(BothCount.class)
  @State
  public static class AddsInline {
    private final MasstreeIndex index = SmallTrees.emptyIndex();

    @Actor
    public void one(III_Result r) {
      r.r1 = shown(index.addAndGet(50L, 1));
    }

    @Actor
    public void other(III_Result r) {
      r.r2 = shown(index.addAndGet(50L, 1));
    }

    @Arbiter
    public void check(III_Result r) {
      r.r3 = shown(index.get(50L));
    }
  }

  /** All bits of a value change at once. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE,
      desc = "Each value was whole, and they came in their order.")
  @Outcome(expect = FORBIDDEN, desc = "A value was torn, or came back.")
  @State
  public static class WholeInlineValues {
    private static final long ALL_BITS = -1L;

    private final MasstreeIndex index = SmallTrees.emptyIndex();

    /** Puts the value. */
    public WholeInlineValues() {
      index.put(50L, 0);
    }

    @Actor
    public void writer() {
      index.put(50L, ALL_BITS);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = shownBits(index.get(50L));
      r.r2 = shownBits(index.get(50L));
    }

    private static int shownBits(long value) {
      return value == 0 ? 0 : value == ALL_BITS ? 1 : 2;
    }
  }
}
