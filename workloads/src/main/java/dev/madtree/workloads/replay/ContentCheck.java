package dev.madtree.workloads.replay;

import dev.madtree.masstree.KeyRange;
import dev.madtree.masstree.KeyView;
import dev.madtree.workloads.trace.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Compares what an index holds after a replay with what the traces say it must hold.
 *
 * <p>The replayed prefixes say what each thread did last to a key. The last of all was one of
 * these: the key must have the last value of some thread that wrote it last, or be absent if some
 * thread removed it last; if nobody did either it must have its loaded value, or be absent if it
 * has none. With one thread that is exactly one content.
 */
final class ContentCheck<V> {

  private static final long ABSENT = Long.MIN_VALUE;
  private static final int GET_EVERY = 61;

  private final Replay<V> replay;
  private final byte[][] keys;
  private final long[] found;
  private String difference;
  private int previous = -1;

  private ContentCheck(Replay<V> replay) {
    this.replay = replay;
    this.keys = replay.keys();
    this.found = new long[keys.length];
    Arrays.fill(found, ABSENT);
  }

  /**
   * Returns the first difference in words, or nothing if the content is what it must be.
   *
   * <p>An index that does not scan is checked by its keys alone.
   */
  static <V> Optional<String> difference(Replay<V> replay) {
    ContentCheck<V> check = new ContentCheck<>(replay);
    long entries;
    try {
      entries = replay.index().scan(KeyRange.all(), Long.MAX_VALUE, check::visit);
    } catch (UnsupportedOperationException unordered) {
      entries = check.getAll();
    }
    check.compareSize(entries);
    check.compareValues();
    check.compareGets();
    return Optional.ofNullable(check.difference);
  }

  private boolean visit(KeyView view, V value) {
    long stamp = replay.values().stamp(value);
    int key = claimedKey(stamp);
    if (key < 0 || !sameBytes(view, keys[key])) {
      return differs(
          "key "
              + text(view.toByteArray())
              + " holds a value that was never written to it: "
              + origin(stamp));
    }
    if (found[key] != ABSENT) {
      return differs("key " + text(keys[key]) + " is met twice in one scan");
    }
    if (previous >= 0 && Arrays.compareUnsigned(keys[previous], keys[key]) >= 0) {
      return differs("key " + text(keys[key]) + " follows " + text(keys[previous]) + " in a scan");
    }
    found[key] = stamp;
    previous = key;
    return true;
  }

  private long getAll() {
    long entries = 0;
    for (int key = 0; key < keys.length; key++) {
      V value = replay.index().get(keys[key]);
      if (value != null) {
        entries++;
        found[key] = replay.values().stamp(value);
        if (claimedKey(found[key]) != key) {
          differs(
              "key "
                  + text(keys[key])
                  + " holds a value that was never written to it: "
                  + origin(found[key]));
        }
      }
    }
    return entries;
  }

  /** The number of the key that a stamp says it was written to, or -1 if it is nonsense. */
  private int claimedKey(long stamp) {
    if (Stamp.isLoaded(stamp)) {
      long key = Stamp.loadedKey(stamp);
      return key < replay.records() ? (int) key : -1;
    }
    int thread = Stamp.thread(stamp);
    if (thread >= replay.replayers().size()) {
      return -1;
    }
    Replayer<V> writer = replay.replayers().get(thread);
    long operation = Stamp.operation(stamp);
    if (operation >= writer.executed()) {
      return -1;
    }
    int position = (int) (operation % writer.operations().length);
    return Operation.ofCode(writer.operations()[position]).writes()
        ? writer.keyNumbers()[position]
        : -1;
  }

  private void compareSize(long entries) {
    long size = replay.index().size();
    if (size != entries) {
      differs("size() says " + size + " entries, but " + entries + " are found");
    }
  }

  private void compareValues() {
    BitSet written = new BitSet(keys.length);
    BitSet removed = new BitSet(keys.length);
    long[] last = new long[keys.length];
    for (Replayer<V> writer : replay.replayers()) {
      lastMutations(writer, last);
      for (int key = 0; key < keys.length; key++) {
        if (last[key] >= 0) {
          boolean removes = operation(writer, last[key]) == Operation.REMOVE;
          (removes ? removed : written).set(key);
          compareWithLast(writer, key, last[key], removes);
        }
      }
      if (writer.unexpected() > 0) {
        differs(
            writer.unexpected()
                + " operations of thread "
                + writer.thread()
                + " met a key that was to be absent, or none where one was to be");
      }
    }
    for (int key = 0; key < keys.length; key++) {
      boolean expected = key < replay.records() || written.get(key);
      if (found[key] == ABSENT && expected && !removed.get(key)) {
        differs("key " + text(keys[key]) + " is lost");
      } else if (found[key] != ABSENT && Stamp.isLoaded(found[key])) {
        if (written.get(key)) {
          differs("key " + text(keys[key]) + " still holds its loaded value, but it was written");
        } else if (removed.get(key)) {
          differs("key " + text(keys[key]) + " still holds its loaded value, but it was removed");
        }
      }
    }
  }

  private void compareWithLast(Replayer<V> writer, int key, long last, boolean removes) {
    boolean ofThisWriter = found[key] >= 0 && Stamp.thread(found[key]) == writer.thread();
    if (ofThisWriter && Stamp.operation(found[key]) != last) {
      differs(
          "key "
              + text(keys[key])
              + " holds "
              + origin(found[key])
              + (removes ? ", but that thread removed it" : ", but that thread wrote it again")
              + " in operation "
              + last);
    }
  }

  private static Operation operation(Replayer<?> writer, long number) {
    byte[] operations = writer.operations();
    return Operation.ofCode(operations[(int) (number % operations.length)]);
  }

  /** Sets each key's last write or removal by a thread, as an operation's number, or -1. */
  private void lastMutations(Replayer<V> writer, long[] last) {
    Arrays.fill(last, -1);
    byte[] operations = writer.operations();
    int[] numbers = writer.keyNumbers();
    long executed = writer.executed();
    // Only the latest lap around the trace counts, wherever in the trace it began.
    for (long n = Math.max(0, executed - operations.length); n < executed; n++) {
      if (operation(writer, n).mutates()) {
        last[numbers[(int) (n % operations.length)]] = n;
      }
    }
  }

  private void compareGets() {
    for (int key = 0; key < keys.length; key += GET_EVERY) {
      V value = replay.index().get(keys[key]);
      long stamp = value == null ? ABSENT : replay.values().stamp(value);
      if (stamp != found[key]) {
        differs(
            "get of key "
                + text(keys[key])
                + " says "
                + origin(stamp)
                + ", a scan says "
                + origin(found[key]));
      }
    }
  }

  /** Keeps the first difference; returns false, so that a scan ends. */
  private boolean differs(String text) {
    if (difference == null) {
      difference = text;
    }
    return false;
  }

  private static boolean sameBytes(KeyView view, byte[] key) {
    if (view.length() != key.length) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (view.byteAt(i) != key[i]) {
        return false;
      }
    }
    return true;
  }

  private static String origin(long stamp) {
    if (stamp == ABSENT) {
      return "nothing";
    }
    return Stamp.isLoaded(stamp)
        ? "the loaded value of key number " + Stamp.loadedKey(stamp)
        : "the value of operation " + Stamp.operation(stamp) + " of thread " + Stamp.thread(stamp);
  }

  private static String text(byte[] key) {
    for (byte b : key) {
      if (b < ' ' || b > '~') {
        return "0x" + HexFormat.of().formatHex(key);
      }
    }
    return "\"" + new String(key, StandardCharsets.US_ASCII) + "\"";
  }
}
