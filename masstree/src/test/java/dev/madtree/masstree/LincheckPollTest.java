package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Entries taken from both ends. A poll removes what was at the end at some moment of the call;
 * while nobody inserts, that is still at the end when it goes. So here nothing is inserted beside a
 * poll, and polls are to be linearizable.
 */
class LincheckPollTest {

  private static final int LEAST = 1;
  private static final int GREATEST = 6;

  @Test
  @Tag("model-checking")
  void polls_modelChecked_areLinearizable() {
    LincheckRun.modelCheck(Operations.class, Filled.class);
  }

  @Test
  void polls_underStress_areLinearizable() {
    LincheckRun.stress(Operations.class, Filled.class);
  }

  /** Six keys, the upper three below a shared slice. */
  public static class Operations extends LincheckTree {

    public Operations() {
      fill(LEAST, GREATEST);
    }

    @Override
    byte[] key(int number) {
      return prefixed(number < 4 ? 0 : Key.SLICE, number);
    }

    @Operation
    public String pollFirst() {
      return show(tree.pollFirst());
    }

    @Operation
    public String pollLast() {
      return show(tree.pollLast());
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
    public Integer replace(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.replace(key(key), (Integer) value);
    }
  }

  /** What the tree holds at first. */
  public static class Filled extends LincheckModel {

    public Filled() {
      super(LEAST, GREATEST);
    }
  }
}
