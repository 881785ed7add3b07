package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/** The shapes of keys that stand for what is kept in practice; key i of a shape is its own. */
enum KeyShape {
  RANDOM_8 {
    @Override
    byte[] key(long i) {
      return Key.bytes(scatter(i));
    }
  },
  USER_19 {
    @Override
    byte[] key(long i) {
      return ("user" + padded(scatter(i) >>> 1, 19)).getBytes(US_ASCII);
    }
  },
  DECIMAL {
    @Override
    byte[] key(long i) {
      return Long.toString(scatter(i) >>> 33).concat("." + i).getBytes(US_ASCII);
    }
  },
  PREFIX_24 {
    @Override
    byte[] key(long i) {
      return KeySpace.join(
          "a prefix of 24 bytes all.".substring(0, 24).getBytes(US_ASCII), RANDOM_8.key(i));
    }
  },
  URL {
    @Override
    byte[] key(long i) {
      long site = Math.floorMod(scatter(i % 997), 5_000);
      String path = "/articles/" + i % 31 + "/" + Long.toHexString(scatter(i));
      return ("https://www.site" + site + ".example.org" + path).getBytes(US_ASCII);
    }
  },
  EMAIL {
    @Override
    byte[] key(long i) {
      String name = Long.toString(scatter(i) >>> 20, 36);
      return (name + "." + i + "@mail" + i % 50 + ".example.com").getBytes(US_ASCII);
    }
  };

  abstract byte[] key(long i);

  /** One to one on longs, so that no two keys are equal. */
  static long scatter(long i) {
    long z = (i + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static String padded(long number, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "d", number);
  }
}
