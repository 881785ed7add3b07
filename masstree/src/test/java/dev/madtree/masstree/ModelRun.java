package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * One seeded run of random operations on a tree and on a {@link TreeMap}, compared step by step.
 */
final class ModelRun {

  private final long seed;
  private final Fanout fanout;
  private final boolean inline;
  private final SplittableRandom random;
  private final KeyMaker keys;
  private final Subject subject;
  private final TreeMap<byte[], Long> model = new TreeMap<>(Arrays::compareUnsigned);
  private long step;
  private int removals;

  ModelRun(long seed, Fanout fanout, int longest, boolean inline) {
    this.seed = seed;
    this.fanout = fanout;
    this.inline = inline;
    random = new SplittableRandom(seed);
    keys = new KeyMaker(random, longest, 2 + (int) (seed % 5));
    subject = inline ? new InlineSubject(fanout) : new ReferenceSubject(fanout);
  }

  /** Plays so many operations, checks the structure now and then, empties the tree at the end. */
  long play(int operations) {
    try {
      for (step = 0; step < operations; step++) {
        if (step % 5_000 == 0) {
          removals = new int[] {1, 3, 7}[random.nextInt(3)];
          checkAll();
        }
        operate();
      }
      checkAll();
      long entries = model.size();
      empty();
      return entries;
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(
          "seed " + seed + ", step " + step + ", " + fanout + (inline ? ", inline" : ""), failure);
    }
  }

  private void operate() {
    byte[] key = pickKey();
    long value = step;
    int dice = random.nextInt(20);
    if (dice < removals) {
      assertEquals(model.remove(key), subject.remove(key));
    } else if (dice < 11) {
      assertEquals(model.put(key, value), subject.put(key, value));
    } else {
      switch (dice) {
        case 11 -> assertEquals(model.putIfAbsent(key, value), subject.putIfAbsent(key, value));
        case 12 -> {
          Long expected = random.nextBoolean() ? model.get(key) : Long.valueOf(-1);
          expected = expected == null ? Long.valueOf(-1) : expected;
          assertEquals(model.replace(key, expected, value), subject.replace(key, expected, value));
        }
        case 13 -> {
          Long expected = random.nextBoolean() ? model.get(key) : Long.valueOf(-1);
          expected = expected == null ? Long.valueOf(-1) : expected;
          assertEquals(model.remove(key, (Object) expected), subject.remove(key, expected));
        }
        case 14 -> assertEquals(model.merge(key, 3L, Long::sum), subject.add(key, 3L));
        case 15 -> navigate(key);
        case 16 -> {
          if (random.nextInt(20) == 0) {
            scan(key);
          }
        }
        case 17 -> {
          if (random.nextInt(100) == 0) {
            removeRange(key);
          }
        }
        case 18 -> {
          if (random.nextInt(20) == 0) {
            getAll();
            putAll();
          }
        }
        default -> {
          assertEquals(model.get(key), subject.get(key));
          assertEquals(model.containsKey(key), subject.containsKey(key));
        }
      }
    }
  }

  private byte[] pickKey() {
    byte[] key = keys.next();
    if (random.nextInt(3) == 0 && !model.isEmpty()) {
      byte[] near = random.nextBoolean() ? model.ceilingKey(key) : model.floorKey(key);
      return near == null ? key : near;
    }
    return key;
  }

  private void navigate(byte[] key) {
    same(model.floorEntry(key), subject.floor(key));
    same(model.lowerEntry(key), subject.lower(key));
    same(model.ceilingEntry(key), subject.ceiling(key));
    same(model.higherEntry(key), subject.higher(key));
    same(model.firstEntry(), subject.first());
    same(model.lastEntry(), subject.last());
    if (random.nextInt(10) == 0) {
      same(model.pollFirstEntry(), subject.pollFirst());
      same(model.pollLastEntry(), subject.pollLast());
    }
  }

  private void scan(byte[] key) {
    Range range = pickRange(key);
    long limit = random.nextInt(4) == 0 ? Long.MAX_VALUE : random.nextInt(40);
    boolean descending = random.nextBoolean();
    List<Map.Entry<byte[], Long>> expected = new ArrayList<>();
    NavigableMap<byte[], Long> part = descending ? range.view.descendingMap() : range.view;
    for (Map.Entry<byte[], Long> entry : part.entrySet()) {
      if (expected.size() >= Math.max(1, limit)) {
        break;
      }
      expected.add(entry);
    }
    List<Entry<Long>> seen = subject.scan(range.range, Math.max(1, limit), descending);
    assertEquals(expected.size(), seen.size(), () -> "entries in " + range.range);
    for (int i = 0; i < seen.size(); i++) {
      same(expected.get(i), seen.get(i));
    }
    assertEquals((long) range.view.size(), subject.countRange(range.range));
    assertEquals(
        range.view.values().stream().limit(limit).toList(), subject.scanValues(range.range, limit));
  }

  private void removeRange(byte[] key) {
    Range range = pickRange(key);
    assertEquals((long) range.view.size(), subject.removeRange(range.range));
    range.view.clear();
  }

  private void getAll() {
    byte[][] batch = new byte[random.nextInt(40)][];
    Arrays.setAll(batch, i -> pickKey());
    Long[] expected = new Long[batch.length];
    Arrays.setAll(expected, i -> model.get(batch[i]));
    assertArrayEquals(expected, subject.getAll(batch));
  }

  private void putAll() {
    byte[][] batch = new byte[random.nextInt(30)][];
    long[] values = new long[batch.length];
    for (int i = 0; i < batch.length; i++) {
      batch[i] = pickKey();
      values[i] = step + i;
    }
    if (random.nextBoolean()) {
      Arrays.sort(batch, Arrays::compareUnsigned);
    }
    subject.putAll(batch, values);
    for (int i = 0; i < batch.length; i++) {
      model.put(batch[i], values[i]);
    }
  }

  private record Range(KeyRange range, NavigableMap<byte[], Long> view) {}

  private Range pickRange(byte[] key) {
    byte[] other = pickKey();
    byte[] low = Arrays.compareUnsigned(key, other) <= 0 ? key : other;
    byte[] high = low == key ? other : key;
    return switch (random.nextInt(10)) {
      case 0 -> new Range(KeyRange.all(), model);
      case 1 -> new Range(KeyRange.atLeast(key), model.tailMap(key, true));
      case 2 -> new Range(KeyRange.greaterThan(key), model.tailMap(key, false));
      case 3 -> new Range(KeyRange.atMost(key), model.headMap(key, true));
      case 4 -> new Range(KeyRange.lessThan(key), model.headMap(key, false));
      case 5 -> new Range(KeyRange.closed(low, high), model.subMap(low, true, high, true));
      case 6 -> new Range(KeyRange.closedOpen(low, high), model.subMap(low, true, high, false));
      case 7 -> new Range(KeyRange.openClosed(low, high), model.subMap(low, false, high, true));
      case 8 -> new Range(KeyRange.open(low, high), model.subMap(low, false, high, false));
      default -> prefix(Arrays.copyOf(key, random.nextInt(key.length + 1)));
    };
  }

  private Range prefix(byte[] prefix) {
    byte[] last = Arrays.copyOf(prefix, prefix.length + 64);
    Arrays.fill(last, prefix.length, last.length, (byte) 0xFF);
    return new Range(KeyRange.prefix(prefix), model.subMap(prefix, true, last, true));
  }

  private static void same(Map.Entry<byte[], Long> expected, Entry<Long> actual) {
    if (expected == null) {
      assertEquals(null, actual);
      return;
    }
    assertArrayEquals(expected.getKey(), actual == null ? null : actual.key());
    assertEquals(expected.getValue(), actual.value());
  }

  private void checkAll() {
    TreeChecker checked = TreeChecker.check(subject.trie());
    assertEquals(model.size(), checked.entries());
    List<Entry<Long>> content = subject.scan(KeyRange.all(), Long.MAX_VALUE, false);
    assertEquals(model.size(), content.size());
    int i = 0;
    for (Map.Entry<byte[], Long> entry : model.entrySet()) {
      same(entry, content.get(i++));
    }
  }

  private void empty() {
    List<byte[]> all = new ArrayList<>(model.keySet());
    for (int i = all.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      byte[] swapped = all.get(i);
      all.set(i, all.get(j));
      all.set(j, swapped);
    }
    for (byte[] key : all) {
      assertEquals(model.get(key), subject.remove(key));
    }
    TreeStatistics shape = StatisticsWalk.of(subject.trie());
    assertEquals(new TreeStatistics(0, 1, 1, 1, 1, 0, fanout.border(), 0, 0), shape);
    TreeChecker.check(subject.trie());
  }
}
