package dev.madtree.masstree;

import java.util.Comparator;
import java.util.UUID;

/**
 * The codec of UUIDs: both halves with the sign bit flipped, because {@link UUID#compareTo}
 * compares them as signed longs.
 */
enum UuidCodec implements KeyCodec<UUID> {
  INSTANCE;

  @Override
  public byte[] encode(UUID key) {
    byte[] bytes = new byte[2 * Long.BYTES];
    BigEndian.putLong(bytes, 0, key.getMostSignificantBits() ^ Long.MIN_VALUE);
    BigEndian.putLong(bytes, Long.BYTES, key.getLeastSignificantBits() ^ Long.MIN_VALUE);
    return bytes;
  }

  @Override
  public UUID decode(byte[] bytes) {
    BigEndian.requireLength(bytes, 2 * Long.BYTES, "a UUID");
    return new UUID(
        BigEndian.getLong(bytes, 0) ^ Long.MIN_VALUE,
        BigEndian.getLong(bytes, Long.BYTES) ^ Long.MIN_VALUE);
  }

  @Override
  public Comparator<UUID> comparator() {
    return Comparator.naturalOrder();
  }
}
