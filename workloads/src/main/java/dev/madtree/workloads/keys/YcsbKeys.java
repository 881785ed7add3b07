package dev.madtree.workloads.keys;

import site.ycsb.Utils;

/** The keys that YCSB's {@code CoreWorkload} builds: {@code user} and the hash of the number. */
final class YcsbKeys {

  private static final byte[] USER = {'u', 's', 'e', 'r'};

  private YcsbKeys() {}

  static byte[] key(long number) {
    return Digits.append(USER, Utils.hash(number));
  }
}
