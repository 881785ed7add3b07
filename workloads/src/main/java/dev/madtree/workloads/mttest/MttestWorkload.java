package dev.madtree.workloads.mttest;

import dev.madtree.masstree.KeyView;
import dev.madtree.workloads.keys.Digits;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The tests of the original's test program, under its own names.
 *
 * <p>A new one is a function of a {@link Client} and a constant here.
 */
public enum MttestWorkload {
  RW1(
      "rw1",
      "puts of random numbers, then gets of the same, shuffled and checked",
      KeyText.DECIMAL,
      Limit.OPERATIONS,
      PutsThenGets::rw1),
  RW1FIXED(
      "rw1fixed",
      "as rw1 with keys of at most 8 digits",
      KeyText.DECIMAL,
      Limit.OPERATIONS,
      PutsThenGets::rw1fixed),
  RW2(
      "rw2",
      "puts of new keys and gets of old ones, half each",
      KeyText.DECIMAL,
      Limit.OPERATIONS,
      client -> Interleaved.rw2(client, 0.5)),
  RW2G90(
      "rw2g90",
      "as rw2 with 90 % gets",
      KeyText.DECIMAL,
      Limit.OPERATIONS,
      client -> Interleaved.rw2(client, 0.9)),
  RW2G98(
      "rw2g98",
      "as rw2 with 98 % gets",
      KeyText.DECIMAL,
      Limit.OPERATIONS,
      client -> Interleaved.rw2(client, 0.98)),
  RW3(
      "rw3",
      "puts of ascending keys, the same for all clients, then gets",
      KeyText.EIGHT_DIGITS,
      Limit.OPERATIONS,
      PutsThenGets::rw3),
  RW4(
      "rw4",
      "puts of descending keys, the same for all clients, then gets",
      KeyText.EIGHT_DIGITS,
      Limit.OPERATIONS,
      PutsThenGets::rw4),
  SAME("same", "puts of ten keys", KeyText.DECIMAL, Limit.OPERATIONS, Writing::same),
  RWSMALL24(
      "rwsmall24",
      "one put and seven gets of 24 keys",
      KeyText.DECIMAL,
      Limit.OPERATIONS,
      Interleaved::rwsmall24),
  RWSEP24(
      "rwsep24",
      "as rwsmall24 with 24 keys for each client",
      KeyText.DECIMAL,
      Limit.OPERATIONS,
      Interleaved::rwsep24),
  WSCALE(
      "wscale", "puts of random numbers for a time", KeyText.DECIMAL, Limit.TIME, Writing::wscale),
  USCALE(
      "uscale",
      "puts of random numbers below 140 million for a time",
      KeyText.DECIMAL,
      Limit.TIME,
      Writing::uscale),
  WD1(
      "wd1",
      "clients in pairs: one puts ascending keys, the other removes them from behind",
      KeyText.EIGHT_DIGITS,
      WritersAndDeleters::wd1),
  WD3(
      "wd3",
      "every client fills and empties 70 keys of its own, over and over",
      KeyText.EIGHT_DIGITS,
      WritersAndDeleters::wd3),
  SPLITREMOVE1(
      "splitremove1",
      "splits and removals in a lower layer, while others watch a key that stays",
      KeyText.SIXTEEN_DIGITS,
      SplitRemove::splitremove1),
  SCAN1(
      "scan1",
      "scans over keys that stay, among writers and deleters of others",
      KeyText.EIGHT_DIGITS,
      ScansAmongWriters::scan1),
  RSCAN1(
      "rscan1", "as scan1, in descending order", KeyText.EIGHT_DIGITS, ScansAmongWriters::rscan1),
  CONFLICTSCAN1(
      "conflictscan1",
      "scans from the beginning of windows of keys that move on",
      KeyText.BINARY,
      ConflictScan::conflictscan1);

  /** What a client does. */
  @FunctionalInterface
  interface Program {
    void run(Client client);
  }

  /** What a client of a test does in which clients meet. */
  @FunctionalInterface
  interface TeamProgram {
    void run(TeamClient client);
  }

  /** How numbers become keys. */
  private enum KeyText {
    DECIMAL("decimal", 1),
    EIGHT_DIGITS("decimal8", 8),
    SIXTEEN_DIGITS("decimal16", 16),
    BINARY("binary8", 0);

    private final String label;
    private final int leastDigits;

    KeyText(String label, int leastDigits) {
      this.label = label;
      this.leastDigits = leastDigits;
    }
  }

  /** What ends a test. */
  private enum Limit {
    OPERATIONS,
    TIME
  }

  /** The driver's name in commands, records and charts. */
  public static final String DRIVER = "mttest";

  private static final String PREFIX = DRIVER + ":";
  private static final int SEEN_FOR_MEAN = 10_000;

  private final String label;
  private final String description;
  private final KeyText keyText;
  private final Limit limit;
  private final Program program;
  private final TeamProgram teamProgram;

  MttestWorkload(String name, String description, KeyText keyText, Limit limit, Program program) {
    this.label = PREFIX + name;
    this.description = description;
    this.keyText = keyText;
    this.limit = limit;
    this.program = program;
    this.teamProgram = program::run;
  }

  MttestWorkload(String name, String description, KeyText keyText, TeamProgram program) {
    this.label = PREFIX + name;
    this.description = description;
    this.keyText = keyText;
    this.limit = Limit.TIME;
    this.program = null;
    this.teamProgram = program;
  }

  /** Returns the test of a label such as {@code mttest:rw1}, if there is one. */
  public static Optional<MttestWorkload> named(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  /** Returns all labels, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(MttestWorkload::label).toList();
  }

  /** Returns the name used in commands, records and charts. */
  public String label() {
    return label;
  }

  /** Returns the test in words. */
  public String description() {
    return description;
  }

  /** Returns what the keys look like, in a word. */
  public String keyShape() {
    return keyText.label;
  }

  /** Returns whether time ends the test, and not the number of operations. */
  public boolean isTimed() {
    return limit == Limit.TIME;
  }

  /** Returns whether clients meet, so that each says itself what it leaves. */
  boolean isTeamwork() {
    return program == null;
  }

  /** Returns whether it scans, which only an ordered structure can do. */
  public boolean hasScans() {
    return this == SCAN1 || this == RSCAN1 || this == CONFLICTSCAN1;
  }

  /**
   * Returns the mean length in bytes of the keys that the first client puts.
   *
   * @param operations the operations of a loop
   */
  public double meanKeyBytes(long operations) {
    if (isTeamwork()) {
      return key(0).length;
    }
    ModelClient client = new ModelClient(0, Math.min(operations, SEEN_FOR_MEAN));
    program.run(client);
    return client.lastWrites().keySet().stream()
        .mapToInt(key -> key(key).length)
        .average()
        .orElse(Double.NaN);
  }

  /** Returns a number as a key, in a new array. */
  byte[] key(long number) {
    return switch (keyText) {
      case DECIMAL, EIGHT_DIGITS -> Digits.padded(number, keyText.leastDigits);
      case SIXTEEN_DIGITS ->
          number >= SplitRemove.FLAGS
              ? Digits.padded(number - SplitRemove.FLAGS, 1)
              : Digits.padded(number, keyText.leastDigits);
      case BINARY -> ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    };
  }

  /** Returns the number of a key of a test that scans, or -1 if it is none. */
  long number(KeyView key) {
    if (keyText == KeyText.BINARY) {
      return key.length() == Long.BYTES ? key.longAt(0) : -1;
    }
    long number = 0;
    for (int i = 0; i < key.length(); i++) {
      int digit = key.byteAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /** Returns a number as a value, in a new array. */
  static byte[] value(long number) {
    return Digits.padded(number, 1);
  }

  /** Does all that one client does, of a test in which clients do not meet. */
  void run(Client client) {
    program.run(client);
  }

  /** Does all that one client does. */
  void runInTeam(TeamClient client) {
    teamProgram.run(client);
  }
}
