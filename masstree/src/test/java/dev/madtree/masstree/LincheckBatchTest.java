package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Elements of batches. Each is linearizable for itself and a batch is not, so a batch asks for many
 * keys here and tells of one.
 */
class LincheckBatchTest {

  private static final int LEAST = 2;
  private static final int GREATEST = 4;

  @Test
  @Tag("model-checking")
  void batchElements_modelChecked_areLinearizable() {
    LincheckRun.modelCheck(Operations.class, Filled.class);
  }

  @Test
  void batchElements_underStress_areLinearizable() {
    LincheckRun.stress(Operations.class, Filled.class);
  }

  /** Keys below a shared slice, so that one element waits at a layer while others go on. */
  @Param(name = "key", gen = IntGen.class, conf = "1:5")
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public static class Operations extends LincheckTree {

    public Operations() {
      fill(LEAST, GREATEST);
    }

    @Override
    byte[] key(int number) {
      return prefixed(number < 3 ? 0 : Key.SLICE, number);
    }

    /** One element of a batch of all keys. */
    @Operation
    public Integer get(@Param(name = "key") int key) {
      byte[][] keys = new byte[5][];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = key(i + 1);
      }
      Integer[] values = new Integer[keys.length];
      tree.getAll(keys, values);
      return values[key - 1];
    }

    /** A batch of one, which tells nothing of what was there. */
    @Operation
    public void set(@Param(name = "key") int key, @Param(name = "value") int value) {
      tree.putAll(new byte[][] {key(key)}, new Integer[] {value});
    }

    @Operation
    public Integer remove(@Param(name = "key") int key) {
      return tree.remove(key(key));
    }
  }

  /** What the tree holds at first. */
  public static class Filled extends LincheckModel {

    public Filled() {
      super(LEAST, GREATEST);
    }

    public void set(int key, int value) {
      put(key, value);
    }
  }
}
