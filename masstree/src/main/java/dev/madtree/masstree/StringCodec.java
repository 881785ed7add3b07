package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Comparator;

/**
 * The codec of strings: each UTF-16 code unit by itself in one to three bytes, as UTF-8 would write
 * a code point of that number.
 *
 * <p>Real UTF-8 sorts a surrogate pair above all other characters, while {@link String#compareTo}
 * sorts it by its first code unit, below U+E000. Writing the surrogates one by one keeps the order
 * of the code units, and gives unpaired surrogates a place.
 */
enum StringCodec implements KeyCodec<String> {
  INSTANCE;

  @Override
  public byte[] encode(String key) {
    int units = key.length();
    int length = 0;
    for (int i = 0; i < units; i++) {
      char unit = key.charAt(i);
      length = Math.addExact(length, unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3);
    }
    // Where every unit took one byte the string is ASCII, which Latin-1 copies without a loop.
    return length == units ? key.getBytes(ISO_8859_1) : encode(key, new byte[length]);
  }

  private static byte[] encode(String key, byte[] bytes) {
    int at = 0;
    for (int i = 0; i < key.length(); i++) {
      char unit = key.charAt(i);
      if (unit < 0x80) {
        bytes[at++] = (byte) unit;
      } else if (unit < 0x800) {
        bytes[at++] = (byte) (0xC0 | unit >> 6);
        bytes[at++] = (byte) (0x80 | unit & 0x3F);
      } else {
        bytes[at++] = (byte) (0xE0 | unit >> 12);
        bytes[at++] = (byte) (0x80 | unit >> 6 & 0x3F);
        bytes[at++] = (byte) (0x80 | unit & 0x3F);
      }
    }
    return bytes;
  }

  @Override
  public String decode(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return decodeUnits(bytes);
      }
    }
    return new String(bytes, ISO_8859_1);
  }

  private static String decodeUnits(byte[] bytes) {
    char[] units = new char[bytes.length];
    int count = 0;
    int at = 0;
    while (at < bytes.length) {
      int lead = bytes[at] & 0xFF;
      if (lead < 0x80) {
        units[count++] = (char) lead;
        at += 1;
      } else if (lead >> 5 == 0b110) {
        units[count++] = unit((lead & 0x1F) << 6 | continuation(bytes, at + 1), 0x80, at);
        at += 2;
      } else if (lead >> 4 == 0b1110) {
        int high = (lead & 0x0F) << 12 | continuation(bytes, at + 1) << 6;
        units[count++] = unit(high | continuation(bytes, at + 2), 0x800, at);
        at += 3;
      } else {
        throw malformed(at, "the first byte of a character of one to three bytes");
      }
    }
    return new String(units, 0, count);
  }

  private static int continuation(byte[] bytes, int at) {
    if (at >= bytes.length || (bytes[at] & 0xC0) != 0x80) {
      throw malformed(at, "a continuation byte (0x80 to 0xBF)");
    }
    return bytes[at] & 0x3F;
  }

  /** Refuses the longer forms of a unit: they would be a second key for the same string. */
  private static char unit(int unit, int least, int at) {
    if (unit < least) {
      throw malformed(at, "the shortest form of U+" + Integer.toHexString(unit));
    }
    return (char) unit;
  }

  private static IllegalArgumentException malformed(int at, String expected) {
    return new IllegalArgumentException(
        "Malformed string key: expected " + expected + " at byte " + at);
  }

  @Override
  public Comparator<String> comparator() {
    return Comparator.naturalOrder();
  }
}
