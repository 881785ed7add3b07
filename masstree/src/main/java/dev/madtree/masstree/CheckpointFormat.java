package dev.madtree.masstree;

import java.util.zip.CRC32C;

/** The format of a checkpoint: what its parts are, and the constants they are made of. */
final class CheckpointFormat {

  /*
   * A checkpoint is a header, frames, and a footer. All numbers are big-endian.
   *
   *                  8                   2         2         4
   *   header    +---------------------+---------+---------+----------+
   *             | 89 M A D T R E E    | version | kind    | checksum |
   *             +---------------------+---------+---------+----------+
   *                  4          1 to 65,536                    4
   *   frames    +----------+----------------------------- - -+----------+
   *             | length   | payload                         | checksum |
   *             +----------+----------------------------- - -+----------+
   *                  4            8                4
   *   footer    +----------+-------------------+----------+
   *             | 0        | number of entries | checksum |
   *             +----------+-------------------+----------+
   *
   * The payloads, put together, are the entries in key order. An entry may begin in one frame and
   * end in another. It is
   *
   *   shared   varint    how many bytes the key has in common with the key before it, at most
   *   rest     varint    how many bytes of the key follow
   *   key      rest bytes
   *   value    kind REFERENCE: its length as a varint, and the bytes that the codec wrote
   *            kind INLINE: eight bytes
   *
   * A varint has seven bits a byte, low ones first; the top bit says that more follow.
   *
   * A checksum is CRC-32C. The header's is over the 12 bytes before it. That of a frame or the
   * footer is over the checksum before it and its own bytes before the checksum. So the checksums
   * make a chain: a frame that is missing, doubled, out of place or from another file breaks it,
   * and the footer's vouches for the whole. The header means the same in every version.
   *
   * A reader holds at most one frame that is not checked yet, whose length is bounded, and looks
   * into it after its checksum only. So a damaged length neither allocates much nor is believed.
   * Since "shared" is the most that the keys have in common, keys are in order exactly if the first
   * byte of each rest exceeds the byte in its place, which the reader checks.
   */

  /** 89 'M' 'A' 'D' 'T' 'R' 'E' 'E'. No text begins like this. */
  static final long MAGIC = 0x89_4D_41_44_54_52_45_45L;

  static final int VERSION = 1;

  /** Bytes of the header. */
  static final int HEADER = 16;

  /** Bytes of a length or a checksum. */
  static final int WORD = 4;

  /** The most bytes that the payload of a frame has. */
  static final int MOST_PAYLOAD = 1 << 16;

  private CheckpointFormat() {}

  /** What the values of a checkpoint are. */
  enum Kind {
    /** Bytes that a codec wrote. */
    REFERENCE(1, "a Masstree, with values by reference"),
    /** Longs. */
    INLINE(2, "a MasstreeIndex, with long values");

    private final int code;
    private final String description;

    Kind(int code, String description) {
      this.code = code;
      this.description = description;
    }

    /** The number that stands in the header. */
    int code() {
      return code;
    }

    static String describe(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind.description;
        }
      }
      return "an unknown kind " + code;
    }
  }

  static int checksum(CRC32C checksum, byte[] bytes, int length) {
    checksum.reset();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }
}
