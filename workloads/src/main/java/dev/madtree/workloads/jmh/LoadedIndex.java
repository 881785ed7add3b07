package dev.madtree.workloads.jmh;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.distributions.Draws;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.settings.NearestName;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The index that all threads of a benchmark ask, with its records loaded in a shuffled order, and
 * the keys to ask it with: other objects than those it was loaded with.
 *
 * <p>In the end it must hold what it was given.
 */
@State(Scope.Benchmark)
public abstract class LoadedIndex {

  /** Beyond the boxed longs that the JDK keeps and shares. */
  private static final long FIRST_VALUE = 1L << 32;

  /** How many entries are loaded. */
  @Param("1000000")
  public int records;

  /** What keys look like: a label of {@code ./run.sh list key-shapes}. */
  @Param("ycsb")
  public String keyShape;

  /** Decides the order of the load and the keys that are asked for. */
  @Param("42")
  public long seed;

  private final AtomicLong inserted = new AtomicLong();
  private Structure competitor;
  private KeyShape shape;
  private OrderedIndex<Long> index;
  private byte[][] keys;

  /** Makes an index without anything in it; JMH sets it up. */
  protected LoadedIndex() {}

  /** Returns the label of what is measured. */
  protected abstract String structure();

  /** Loads the records. */
  @Setup(Level.Trial)
  public void load() {
    competitor =
        Structure.named(structure())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        NearestName.explain("structure", structure(), Structure.labels())));
    shape =
        KeyShape.named(keyShape)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        NearestName.explain("key shape", keyShape, KeyShape.labels())));
    index = competitor.create();
    keys = shape.keys(records);
    for (int number : Draws.shuffled(records, seed)) {
      index.put(shape.key(number), value(number));
    }
    System.gc();
  }

  /** Checks that every record is still there, and nothing that should not be. */
  @TearDown(Level.Trial)
  public void check() {
    if (!competitor.storesEntries()) {
      return;
    }
    long expected = records + inserted.get();
    if (index.size() != expected) {
      throw new IllegalStateException(
          structure() + " has " + index.size() + " entries, expected " + expected);
    }
    for (int number = 0; number < records; number++) {
      Long value = index.get(keys[number]);
      if (!value(number).equals(value)) {
        throw new IllegalStateException(
            structure()
                + " says "
                + value
                + " of record "
                + number
                + ", expected "
                + value(number));
      }
    }
  }

  /** Returns whether what is measured keeps order. */
  final boolean isOrdered() {
    return competitor.isOrdered();
  }

  /** Returns what is measured. */
  final OrderedIndex<Long> index() {
    return index;
  }

  /** Returns the key of a record, always the same object. */
  final byte[] key(int number) {
    return keys[number];
  }

  /** Returns a key that is no record's, in a new array. */
  final byte[] furtherKey(long number) {
    return shape.key(records + number);
  }

  /** Takes down that so many keys have come to the records, for the check. */
  final void expectFurther(int count) {
    inserted.addAndGet(count);
  }

  /** Returns a new object with the value that a number's key has all the time. */
  static Long value(long number) {
    return FIRST_VALUE + number;
  }
}
