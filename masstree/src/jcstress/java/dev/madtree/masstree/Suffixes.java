package dev.madtree.masstree;

import static dev.madtree.masstree.SmallTrees.key;
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
 * Suffixes appear and disappear: {@code setReference} with {@code suffixAcquire}, and the array
 * that a node's first suffix outgrows, {@code reserveSuffixes} with {@code referencesAcquire}.
 */
public class Suffixes {

  private static final byte[] LONG_KEY = key("a key that goes on");
  private static final byte[] OTHER_LONG_KEY = key("a key that goes elsewhere");

  /** A border node without suffixes. */
  @State
  public static class NoSuffix {
    final Masstree<Integer> tree = SmallTrees.tree(5);
  }

  /** A key with a suffix is put and looked for. */
  @JCStressTest
  @Outcome(id = "-1, 50", expect = ACCEPTABLE, desc = "The key was not there yet.")
  @Outcome(id = "1, 50", expect = ACCEPTABLE, desc = "The key was there.")
  @Outcome(expect = FORBIDDEN, desc = "A key that was there throughout was missed.")
  public static class Get {
    @Actor
    public void writer(NoSuffix s) {
      s.tree.put(LONG_KEY, 1);
    }

    @Actor
    public void reader(NoSuffix s, II_Result r) {
      r.r1 = shown(s.tree.get(LONG_KEY));
      r.r2 = shown(s.tree.get(50L));
    }
  }

  /** A value is replaced while the array is outgrown, and read twice. */
  @JCStressTest
  @Outcome(
      id = {"50, 50", "50, 51", "50, 52", "51, 51", "51, 52", "52, 52"},
      expect = ACCEPTABLE,
      desc = "The values came in their order.")
  @Outcome(expect = FORBIDDEN, desc = "A value came back, or was missed.")
  public static class ReplaceAgainstGet {
    @Actor
    public void writer(NoSuffix s) {
      s.tree.put(50L, 51);
      s.tree.put(LONG_KEY, 1);
      s.tree.put(50L, 52);
    }

    @Actor
    public void reader(NoSuffix s, II_Result r) {
      r.r1 = shown(s.tree.get(50L));
      r.r2 = shown(s.tree.get(50L));
    }
  }

  /** One thread outgrows the array while another puts into it. */
  @JCStressTest
  @Outcome(id = "1, 51, 6", expect = ACCEPTABLE, desc = "Both puts are there.")
  @Outcome(expect = FORBIDDEN, desc = "A put is lost in the array that was outgrown.")
  public static class AgainstPut {
    @Actor
    public void one(NoSuffix s) {
      s.tree.put(LONG_KEY, 1);
    }

    @Actor
    public void other(NoSuffix s) {
      s.tree.put(50L, 51);
    }

    @Arbiter
    public void check(NoSuffix s, III_Result r) {
      r.r1 = shown(s.tree.get(LONG_KEY));
      r.r2 = shown(s.tree.get(50L));
      r.r3 = Walk.count(s.tree);
    }
  }

  /** A key gives way to another one with its slice and its length but for the suffix. */
  @JCStressTest
  @Outcome(
      id = {"1", "-1"},
      expect = ACCEPTABLE,
      desc = "The key was there or gone.")
  @Outcome(expect = FORBIDDEN, desc = "The key had another key's value.")
  @State
  public static class OfAnotherKey {
    private final Masstree<Integer> tree = SmallTrees.tree(2);

    /** Puts the key. */
    public OfAnotherKey() {
      tree.put(LONG_KEY, 1);
    }

    @Actor
    public void writer() {
      tree.remove(LONG_KEY);
      tree.put(OTHER_LONG_KEY, 2);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = shown(tree.get(LONG_KEY));
    }
  }

  /** The last key goes, the node gives up its room for suffixes, and another key comes. */
  @JCStressTest
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "The insert and the removal are there.")
  @Outcome(expect = FORBIDDEN, desc = "The insert is lost, or the removal.")
  @State
  public static class ShrinkAgainstPut {
    private final Masstree<Integer> tree = SmallTrees.empty();

    /** Puts the key that goes. */
    public ShrinkAgainstPut() {
      tree.put(LONG_KEY, 1);
    }

    @Actor
    public void remover() {
      tree.remove(LONG_KEY);
    }

    @Actor
    public void writer() {
      tree.put(OTHER_LONG_KEY, 2);
    }

    @Arbiter
    public void check(II_Result r) {
      r.r1 = shown(tree.get(OTHER_LONG_KEY));
      r.r2 = Walk.count(tree);
    }
  }
}
