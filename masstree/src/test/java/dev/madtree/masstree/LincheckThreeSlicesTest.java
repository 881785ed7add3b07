package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Point operations on keys that share sixteen bytes: twigs of two layers appear and go. */
class LincheckThreeSlicesTest {

  @Test
  @Tag("model-checking")
  void twoSharedSlices_modelChecked_areLinearizable() {
    LincheckRun.modelCheck(Operations.class, LincheckModel.class);
  }

  @Test
  void twoSharedSlices_underStress_areLinearizable() {
    LincheckRun.stress(Operations.class, LincheckModel.class);
  }

  /** Key 5 leaves the others after the first slice. */
  @Param(name = "key", gen = IntGen.class, conf = "2:5")
  public static class Operations extends LincheckPoints {

    @Override
    byte[] key(int number) {
      return prefixed(number == 5 ? Key.SLICE : 2 * Key.SLICE, number);
    }
  }
}
