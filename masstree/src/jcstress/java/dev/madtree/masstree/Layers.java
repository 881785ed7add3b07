package dev.madtree.masstree;

import static dev.madtree.masstree.SmallTrees.ABOVE;
import static dev.madtree.masstree.SmallTrees.BELOW;
import static dev.madtree.masstree.SmallTrees.BESIDE;
import static dev.madtree.masstree.SmallTrees.THIRD;
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

/**
 * Layers come and go: a whole chain of them takes the place of a key in one step, with its length
 * code and its suffix, and an empty layer leaves the layer above.
 */
public class Layers {

  /** A tree with one key that goes on behind its slice. */
  @State
  public static class OneLongKey {
    final Masstree<Integer> tree = SmallTrees.empty();

    /** Puts the key. */
    public OneLongKey() {
      tree.put(BELOW, 1);
    }
  }

  /** The key that is there and the one that makes the chain are looked for. */
  @JCStressTest
  @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "The second key was not there yet.")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Both keys were there.")
  @Outcome(expect = FORBIDDEN, desc = "The first key was missed, or had another value.")
  public static class ChainAgainstGet {
    @Actor
    public void writer(OneLongKey s) {
      s.tree.put(BESIDE, 2);
    }

    @Actor
    public void reader(OneLongKey s, II_Result r) {
      r.r1 = shown(s.tree.get(BESIDE));
      r.r2 = shown(s.tree.get(BELOW));
    }
  }

  /** The first key is updated while it moves into the chain. */
  @JCStressTest
  @Outcome(id = "1, 5, 2", expect = ACCEPTABLE, desc = "The update and the insert are there.")
  @Outcome(expect = FORBIDDEN, desc = "The update or the insert is lost.")
  public static class ChainAgainstPut {
    @Actor
    public void writer(OneLongKey s) {
      s.tree.put(BESIDE, 2);
    }

    @Actor
    public void updater(OneLongKey s, III_Result r) {
      r.r1 = shown(s.tree.put(BELOW, 5));
    }

    @Arbiter
    public void check(OneLongKey s, III_Result r) {
      r.r2 = shown(s.tree.get(BELOW));
      r.r3 = shown(s.tree.get(BESIDE));
    }
  }

  /** The first key is removed while it moves into the chain. */
  @JCStressTest
  @Outcome(id = "1, -1, 2", expect = ACCEPTABLE, desc = "The removal and the insert are there.")
  @Outcome(expect = FORBIDDEN, desc = "The removal or the insert is lost.")
  public static class ChainAgainstRemoval {
    @Actor
    public void writer(OneLongKey s) {
      s.tree.put(BESIDE, 2);
    }

    @Actor
    public void remover(OneLongKey s, III_Result r) {
      r.r1 = shown(s.tree.remove(BELOW));
    }

    @Arbiter
    public void check(OneLongKey s, III_Result r) {
      r.r2 = shown(s.tree.get(BELOW));
      r.r3 = shown(s.tree.get(BESIDE));
    }
  }

  /** A value that stands in the node moves into the chain. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The key was found with its value.")
  @Outcome(expect = FORBIDDEN, desc = "The key was missed, or had another value.")
  @State
  public static class ChainInline {
    private final MasstreeIndex index = SmallTrees.emptyIndex();

    /** Puts the key. */
    public ChainInline() {
      index.put(BELOW, 1);
    }

    @Actor
    public void writer() {
      index.put(BESIDE, 2);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = shown(index.get(BELOW));
      long[] values = new long[1];
      index.getAll(new byte[][] {BELOW}, values);
      r.r2 = shown(values[0]);
    }
  }

  /** Two keys make a layer of a third. */
  @JCStressTest
  @Outcome(id = "3", expect = ACCEPTABLE, desc = "All three keys are there.")
  @Outcome(expect = FORBIDDEN, desc = "A key is lost.")
  public static class TwoMakeOne {
    @Actor
    public void one(OneLongKey s) {
      s.tree.put(BESIDE, 2);
    }

    @Actor
    public void other(OneLongKey s) {
      s.tree.put(THIRD, 3);
    }

    @Arbiter
    public void check(OneLongKey s, I_Result r) {
      r.r1 = Walk.count(s.tree);
    }
  }

  /** Two keys in a layer below, and one above. */
  @State
  public static class Layered {
    final Masstree<Integer> tree = SmallTrees.layered();
  }

  /** The layer below empties and leaves, while gets go through it and beside it. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "-1, 0"},
      expect = ACCEPTABLE,
      desc = "The key was there or gone; its neighbour stays.")
  @Outcome(expect = FORBIDDEN, desc = "The neighbour was missed, or a value was another's.")
  public static class CollapseAgainstGet {
    @Actor
    public void remover(Layered s) {
      s.tree.remove(BESIDE);
      s.tree.remove(BELOW);
    }

    @Actor
    public void reader(Layered s, II_Result r) {
      r.r1 = shown(s.tree.get(BELOW));
      r.r2 = shown(s.tree.get(ABOVE));
    }
  }

  /** The layer below empties and leaves, while a key is put into it. */
  @JCStressTest
  @Outcome(id = "-1, 3, 2", expect = ACCEPTABLE, desc = "The insert and both removals are there.")
  @Outcome(expect = FORBIDDEN, desc = "The insert is lost, or a removal.")
  public static class CollapseAgainstPut {
    @Actor
    public void remover(Layered s) {
      s.tree.remove(BESIDE);
      s.tree.remove(BELOW);
    }

    @Actor
    public void writer(Layered s, III_Result r) {
      r.r1 = shown(s.tree.put(THIRD, 3));
    }

    @Arbiter
    public void check(Layered s, III_Result r) {
      r.r2 = shown(s.tree.get(THIRD));
      r.r3 = Walk.count(s.tree);
    }
  }

  /** The layer below empties and leaves, and a new one takes its place. */
  @JCStressTest
  @Outcome(
      id = {"0", "-1", "9"},
      expect = ACCEPTABLE,
      desc = "The key with its old value, no value, or its new one.")
  @Outcome(expect = FORBIDDEN, desc = "The key had another key's value.")
  public static class CollapseAndGrowAgainstGet {
    @Actor
    public void writer(Layered s) {
      s.tree.remove(BELOW);
      s.tree.remove(BESIDE);
      s.tree.put(THIRD, 3);
      s.tree.put(BELOW, 9);
    }

    @Actor
    public void reader(Layered s, I_Result r) {
      r.r1 = shown(s.tree.get(BELOW));
    }
  }
}
