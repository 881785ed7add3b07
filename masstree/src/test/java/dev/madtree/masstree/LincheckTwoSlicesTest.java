package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Point operations on keys that share eight bytes: a layer appears under their slice and goes. */
class LincheckTwoSlicesTest {

  @Test
  @Tag("model-checking")
  void sharedSlice_modelChecked_isLinearizable() {
    LincheckRun.modelCheck(Operations.class, LincheckModel.class);
  }

  @Test
  void sharedSlice_underStress_isLinearizable() {
    LincheckRun.stress(Operations.class, LincheckModel.class);
  }

  /** Key 3 is the shared slice itself, the others go on behind it. */
  @Param(name = "key", gen = IntGen.class, conf = "2:5")
  public static class Operations extends LincheckPoints {

    @Override
    byte[] key(int number) {
      return number == 3 ? prefixed(Key.SLICE - 1, number) : prefixed(Key.SLICE, number);
    }
  }
}
