package dev.madtree.workloads.keys;

import java.nio.charset.StandardCharsets;

/** Addresses: names that many share in front, a number, and few domains at the end. */
final class EmailKeys {

  private static final String[] GIVEN = {
    "anna", "ben", "carla", "david", "elena", "frank", "grace", "hugo", "iris", "jan", "klara",
    "leon", "maria", "noah", "olga", "paul"
  };
  private static final String[] FAMILY = {
    "adams", "berg", "costa", "dupont", "evans", "fischer", "garcia", "hansen", "ivanov", "jones",
    "keller", "lopez", "meyer", "novak", "olsen", "petrov"
  };
  private static final String[] DOMAINS = {
    "example.com", "example.org", "mail.example.com", "post.example.net"
  };

  private EmailKeys() {}

  static byte[] key(long number) {
    long bits = Int8Keys.scattered(number);
    String address =
        part(GIVEN, bits)
            + "."
            + part(FAMILY, bits >>> 8)
            // The number itself keeps keys apart.
            + number
            + "@"
            + part(DOMAINS, bits >>> 16);
    return address.getBytes(StandardCharsets.US_ASCII);
  }

  private static String part(String[] words, long bits) {
    return words[(int) (bits & (words.length - 1))];
  }
}
