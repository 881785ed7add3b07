package dev.madtree.masstree;

import java.util.Arrays;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;

/** A small tree whose keys Lincheck numbers, and the check of its structure after each run. */
@Param(name = "key", gen = IntGen.class, conf = "1:6")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public abstract class LincheckTree {

  final Masstree<Integer> tree = new Masstree<>(Fanout.SMALL);

  /** The key of a number; its last byte is the number. */
  abstract byte[] key(int number);

  /** Puts the numbers from one to another, each its own value. */
  final void fill(int from, int to) {
    for (int number = from; number <= to; number++) {
      tree.put(key(number), (Integer) number);
    }
  }

  @Validate
  public void structureIsSound() {
    TreeChecker.check(tree.trie());
  }

  /** A key of some equal bytes and a number. */
  static byte[] prefixed(int prefix, int number) {
    byte[] key = new byte[prefix + 1];
    Arrays.fill(key, 0, prefix, (byte) 3);
    key[prefix] = (byte) number;
    return key;
  }

  static String show(Entry<Integer> entry) {
    if (entry == null) {
      return null;
    }
    byte[] key = entry.key();
    return LincheckModel.show(key[key.length - 1], entry.value());
  }
}
