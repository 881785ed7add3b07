package dev.madtree.masstree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * What a thread wrote into an object before it put it is there for whoever gets the object, by
 * whichever operations: {@code setReference} and {@code entryAcquire}, {@code setInline} and {@code
 * inlineAcquire}.
 */
public class Publication {

  /** What may come of it. */
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "The value was not there yet.")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The value was there with its fields.")
  @Outcome(expect = FORBIDDEN, desc = "The value was there without what was written before.")
  public static class Outcomes {}

  /** A value with plain fields, which are not final. */
  static final class Pair {
    int first;
    int second;

    Pair() {
      first = 1;
      second = 1;
    }

    /** As a result shows it. */
    static int shown(Pair pair) {
      return pair == null ? SmallTrees.ABSENT : pair.first == 1 && pair.second == 1 ? 1 : 0;
    }

    static int shown(Entry<Pair> entry) {
      return entry == null ? SmallTrees.ABSENT : shown(entry.value());
    }
  }

  /** A tree without entries. */
  @State
  public static class Empty {
    final Masstree<Pair> tree = SmallTrees.empty();
  }

  /** A put and a get. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class PutThenGet {
    @Actor
    public void writer(Empty s) {
      s.tree.put(50L, new Pair());
    }

    @Actor
    public void reader(Empty s, I_Result r) {
      r.r1 = Pair.shown(s.tree.get(50L));
    }
  }

  /** A conditional insert and a conditional insert that loses. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class PutIfAbsentThenPutIfAbsent {
    @Actor
    public void writer(Empty s) {
      s.tree.putIfAbsent(50L, new Pair());
    }

    @Actor
    public void reader(Empty s, I_Result r) {
      r.r1 = Pair.shown(s.tree.putIfAbsent(50L, new Pair()));
    }
  }

  /** An update by a function, and the removal that gets its value. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class ComputeThenRemove {
    @Actor
    public void writer(Empty s) {
      s.tree.compute(50L, (key, present) -> new Pair());
    }

    @Actor
    public void reader(Empty s, I_Result r) {
      r.r1 = Pair.shown(s.tree.remove(50L));
    }
  }

  /** A put and a batch. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class PutThenGetAll {
    @Actor
    public void writer(Empty s) {
      s.tree.put(50L, new Pair());
    }

    @Actor
    public void reader(Empty s, I_Result r) {
      Pair[] values = new Pair[2];
      s.tree.getAll(new long[] {40, 50}, values);
      r.r1 = Pair.shown(values[1]);
    }
  }

  /** A put and a scan. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class PutThenScan {
    @Actor
    public void writer(Empty s) {
      s.tree.put(50L, new Pair());
    }

    @Actor
    public void reader(Empty s, I_Result r) {
      r.r1 = SmallTrees.ABSENT;
      s.tree.scan(
          KeyRange.all(),
          (key, value) -> {
            r.r1 = Pair.shown(value);
            return true;
          });
    }
  }

  /** A put and navigation. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class PutThenFirst {
    @Actor
    public void writer(Empty s) {
      s.tree.put(50L, new Pair());
    }

    @Actor
    public void reader(Empty s, I_Result r) {
      r.r1 = Pair.shown(s.tree.first());
    }
  }

  /** A put and a removal of the last entry. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  public static class PutThenPollLast {
    @Actor
    public void writer(Empty s) {
      s.tree.put(50L, new Pair());
    }

    @Actor
    public void reader(Empty s, I_Result r) {
      r.r1 = Pair.shown(s.tree.pollLast());
    }
  }

  /** A replacement, and a get in a tree that has had the key always. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class ReplaceThenGet {
    private final Masstree<Pair> tree = SmallTrees.empty();

    /** Puts the value that is replaced. */
    public ReplaceThenGet() {
      tree.put(50L, new Pair());
    }

    @Actor
    public void writer() {
      tree.replace(50L, new Pair());
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = Pair.shown(tree.get(50L));
    }
  }

  /** A plain field written before a put into an index, and read behind the get that sees it. */
  @JCStressTest
  @JCStressMeta(Outcomes.class)
  @State
  public static class PutIntoIndexThenGet {
    private final MasstreeIndex index = SmallTrees.index(1);
    private int written;

    @Actor
    public void writer() {
      written = 1;
      index.put(10L, 11);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = index.get(10L) == 11 ? written : SmallTrees.ABSENT;
    }
  }
}
