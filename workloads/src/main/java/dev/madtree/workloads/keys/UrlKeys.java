package dev.madtree.workloads.keys;

import java.nio.charset.StandardCharsets;

/**
 * Paths under host names written backwards, as crawlers and directories keep them: long shared
 * prefixes of uneven length, most of them under few hosts.
 */
final class UrlKeys {

  private static final String[] DOMAINS = {
    "com.example", "org.example", "net.example", "com.example.shop", "org.example.wiki"
  };
  private static final String[] SECTIONS = {
    "articles", "products", "people", "images", "archive", "questions", "news", "docs"
  };
  private static final String[] WORDS = {
    "green", "river", "market", "winter", "history", "of", "modern", "engine", "paper", "light"
  };

  private UrlKeys() {}

  static byte[] key(long number) {
    long bits = Int8Keys.scattered(number);
    StringBuilder path = new StringBuilder(80);
    path.append(DOMAINS[index(bits, DOMAINS.length)]);
    // The smaller of two draws: low-numbered hosts have more pages.
    long host = Math.min((bits >>> 8) & 0x3FF, (bits >>> 18) & 0x3FF);
    path.append(".host").append(host);
    path.append('/').append(SECTIONS[index(bits >>> 28, SECTIONS.length)]);
    int words = 1 + index(bits >>> 36, 4);
    for (int i = 0; i < words; i++) {
      path.append(i == 0 ? '/' : '-').append(WORDS[index(bits >>> (40 + 5 * i), WORDS.length)]);
    }
    // The number itself keeps keys apart.
    path.append('/').append(number);
    return path.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static int index(long bits, int length) {
    return (int) ((bits & 0xFF) % length);
  }
}
