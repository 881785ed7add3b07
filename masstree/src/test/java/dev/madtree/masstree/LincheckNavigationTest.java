package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Neighbours among keys that come and go, in nodes and layers that come and go with them. */
class LincheckNavigationTest {

  private static final int LEAST = 3;
  private static final int GREATEST = 10;

  @Test
  @Tag("model-checking")
  void navigation_modelChecked_isLinearizable() {
    LincheckRun.modelCheck(Operations.class, Filled.class);
  }

  @Test
  void navigation_underStress_isLinearizable() {
    LincheckRun.stress(Operations.class, Filled.class);
  }

  /** Eight entries in two border nodes. Key 12 and those above it share a slice. */
  @Param(name = "key", gen = IntGen.class, conf = "9:13")
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public static class Operations extends LincheckTree {

    public Operations() {
      fill(0, 11);
      for (int number : new int[] {0, 1, 2, 11}) {
        tree.remove(key(number));
      }
    }

    @Override
    byte[] key(int number) {
      return number < 12
          ? new byte[] {(byte) number}
          : new byte[] {12, 0, 0, 0, 0, 0, 0, 0, (byte) number};
    }

    @Operation
    public Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.put(key(key), (Integer) value);
    }

    @Operation
    public Integer remove(@Param(name = "key") int key) {
      return tree.remove(key(key));
    }

    @Operation
    public String first() {
      return show(tree.first());
    }

    @Operation
    public String last() {
      return show(tree.last());
    }

    @Operation
    public String floor(@Param(name = "key") int key) {
      return show(tree.floor(key(key)));
    }

    @Operation
    public String lower(@Param(name = "key") int key) {
      return show(tree.lower(key(key)));
    }

    @Operation
    public String ceiling(@Param(name = "key") int key) {
      return show(tree.ceiling(key(key)));
    }

    @Operation
    public String higher(@Param(name = "key") int key) {
      return show(tree.higher(key(key)));
    }
  }

  /** What the tree holds at first. */
  public static class Filled extends LincheckModel {

    public Filled() {
      super(LEAST, GREATEST);
    }
  }
}
