package dev.madtree.masstree;

import java.time.Instant;
import java.util.Comparator;

/** The codec of instants: the second with the sign bit flipped, then the nanosecond within it. */
enum InstantCodec implements KeyCodec<Instant> {
  INSTANCE;

  private static final int NANOS_PER_SECOND = 1_000_000_000;

  @Override
  public byte[] encode(Instant key) {
    byte[] bytes = new byte[Long.BYTES + Integer.BYTES];
    BigEndian.putLong(bytes, 0, key.getEpochSecond() ^ Long.MIN_VALUE);
    BigEndian.putInt(bytes, Long.BYTES, key.getNano());
    return bytes;
  }

  @Override
  public Instant decode(byte[] bytes) {
    BigEndian.requireLength(bytes, Long.BYTES + Integer.BYTES, "an instant");
    long second = BigEndian.getLong(bytes, 0) ^ Long.MIN_VALUE;
    int nano = BigEndian.getInt(bytes, Long.BYTES);
    if (second < Instant.MIN.getEpochSecond() || second > Instant.MAX.getEpochSecond()) {
      throw new IllegalArgumentException(
          "Expected the second of an instant key within Instant.MIN and MAX, found " + second);
    }
    if (nano < 0 || nano >= NANOS_PER_SECOND) {
      throw new IllegalArgumentException(
          "Expected the nanosecond of an instant key in 0 to 999999999, found " + nano);
    }
    return Instant.ofEpochSecond(second, nano);
  }

  @Override
  public Comparator<Instant> comparator() {
    return Comparator.naturalOrder();
  }
}
