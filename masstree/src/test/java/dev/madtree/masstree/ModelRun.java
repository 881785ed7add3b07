package dev.madtree.masstree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One seeded run of random operations on a tree and on a {@link java.util.TreeMap}, compared step
 * by step. Of a run that fails, the few steps that fail by themselves are told.
 */
final class ModelRun {

  /** The most runs that are made to find a shorter one that fails. */
  private static final int TRIALS = 20_000;

  private static final long TRIAL_NANOS = 20_000_000_000L;

  private final long seed;
  private final Fanout fanout;
  private final boolean inline;
  private final UnaryOperator<Subject> around;
  private final SplittableRandom random;
  private final KeyMaker keys;
  private final ModelPair pair;
  private final List<ModelStep> played = new ArrayList<>();
  private long step;
  private int removals;

  ModelRun(long seed, Fanout fanout, int longest, boolean inline) {
    this(seed, fanout, longest, inline, UnaryOperator.identity());
  }

  /** A run on something around the tree. */
  ModelRun(long seed, Fanout fanout, int longest, boolean inline, UnaryOperator<Subject> around) {
    this.seed = seed;
    this.fanout = fanout;
    this.inline = inline;
    this.around = around;
    random = new SplittableRandom(seed);
    keys = new KeyMaker(random, longest, 2 + (int) (seed % 5));
    pair = fresh();
  }

  private ModelPair fresh() {
    return new ModelPair(around.apply(Subject.of(inline, fanout)));
  }

  /** Plays so many operations, checks the structure now and then, empties the tree at the end. */
  long play(int operations) {
    try {
      for (step = 0; step < operations; step++) {
        if (step % 5_000 == 0) {
          removals = new int[] {1, 3, 7}[random.nextInt(3)];
          apply(ModelStep.check());
        }
        operate();
      }
      apply(ModelStep.check());
      long entries = pair.model().size();
      apply(ModelStep.empty(seed));
      return entries;
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(message(), failure);
    }
  }

  private void apply(ModelStep next) {
    played.add(next);
    next.action().accept(pair);
  }

  private String message() {
    long deadline = System.nanoTime() + TRIAL_NANOS;
    List<ModelStep> few =
        Shrinking.shrink(played, steps -> System.nanoTime() < deadline && fails(steps), TRIALS);
    return "seed "
        + seed
        + ", step "
        + step
        + ", "
        + fanout
        + (inline ? ", inline" : "")
        + "; these "
        + few.size()
        + " of "
        + played.size()
        + " operations fail by themselves:\n"
        + few.stream().map(ModelStep::toString).collect(Collectors.joining("\n"));
  }

  private boolean fails(List<ModelStep> steps) {
    ModelPair again = fresh();
    try {
      steps.forEach(next -> next.action().accept(again));
      return false;
    } catch (AssertionError | RuntimeException failure) {
      return true;
    }
  }

  private void operate() {
    byte[] key = pickKey();
    int dice = random.nextInt(20);
    if (dice < removals) {
      apply(ModelStep.remove(key));
    } else if (dice < 11) {
      apply(ModelStep.put(key, step));
    } else {
      switch (dice) {
        case 11 -> apply(ModelStep.putIfAbsent(key, step));
        case 12 -> apply(ModelStep.replace(key, pickExpected(key), step));
        case 13 -> apply(ModelStep.removeExpected(key, pickExpected(key)));
        case 14 -> apply(ModelStep.add(key, 3L));
        case 15 -> {
          apply(ModelStep.navigate(key));
          if (random.nextInt(10) == 0) {
            apply(ModelStep.poll());
          }
        }
        case 16 -> {
          if (random.nextInt(20) == 0) {
            long limit = random.nextInt(4) == 0 ? Long.MAX_VALUE : random.nextInt(40);
            apply(ModelStep.scan(pickRange(key), limit, random.nextBoolean()));
          }
        }
        case 17 -> {
          if (random.nextInt(100) == 0) {
            apply(ModelStep.removeRange(pickRange(key)));
          }
        }
        case 18 -> {
          if (random.nextInt(20) == 0) {
            apply(ModelStep.getAll(pickKeys(random.nextInt(40))));
            putAll();
          }
        }
        default -> apply(ModelStep.get(key));
      }
    }
  }

  private long pickExpected(byte[] key) {
    Long present = random.nextBoolean() ? pair.model().get(key) : null;
    return present == null ? -1 : present;
  }

  private byte[] pickKey() {
    NavigableMap<byte[], Long> model = pair.model();
    byte[] key = keys.next();
    if (random.nextInt(3) == 0 && !model.isEmpty()) {
      byte[] near = random.nextBoolean() ? model.ceilingKey(key) : model.floorKey(key);
      return near == null ? key : near;
    }
    return key;
  }

  private byte[][] pickKeys(int count) {
    byte[][] batch = new byte[count][];
    Arrays.setAll(batch, i -> pickKey());
    return batch;
  }

  private void putAll() {
    byte[][] batch = pickKeys(random.nextInt(30));
    long[] values = new long[batch.length];
    Arrays.setAll(values, i -> step + i);
    if (random.nextBoolean()) {
      Arrays.sort(batch, Arrays::compareUnsigned);
    }
    apply(ModelStep.putAll(batch, values));
  }

  private KeyRange pickRange(byte[] key) {
    byte[] other = pickKey();
    byte[] low = Arrays.compareUnsigned(key, other) <= 0 ? key : other;
    byte[] high = low == key ? other : key;
    return switch (random.nextInt(10)) {
      case 0 -> KeyRange.all();
      case 1 -> KeyRange.atLeast(key);
      case 2 -> KeyRange.greaterThan(key);
      case 3 -> KeyRange.atMost(key);
      case 4 -> KeyRange.lessThan(key);
      case 5 -> KeyRange.closed(low, high);
      case 6 -> KeyRange.closedOpen(low, high);
      case 7 -> KeyRange.openClosed(low, high);
      case 8 -> KeyRange.open(low, high);
      default -> KeyRange.prefix(Arrays.copyOf(key, random.nextInt(key.length + 1)));
    };
  }
}
