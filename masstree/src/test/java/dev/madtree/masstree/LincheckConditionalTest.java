package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Operations that look before they write, and functions that are run again if they lost. */
class LincheckConditionalTest {

  @Test
  @Tag("model-checking")
  void conditions_modelChecked_areLinearizable() {
    LincheckRun.modelCheck(Operations.class, LincheckModel.class);
  }

  @Test
  void conditions_underStress_areLinearizable() {
    LincheckRun.stress(Operations.class, LincheckModel.class);
  }

  /** Few keys and values, so that expectations are often met. */
  @Param(name = "key", gen = IntGen.class, conf = "1:3")
  @Param(name = "value", gen = IntGen.class, conf = "1:3")
  public static class Operations extends LincheckTree {

    @Override
    byte[] key(int number) {
      return prefixed(number == 1 ? 0 : Key.SLICE, number);
    }

    @Operation
    public Integer putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.putIfAbsent(key(key), (Integer) value);
    }

    @Operation
    public Integer replace(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.replace(key(key), (Integer) value);
    }

    @Operation
    public boolean replaceExpected(
        @Param(name = "key") int key,
        @Param(name = "value") int expected,
        @Param(name = "value") int update) {
      return tree.replace(key(key), (Integer) expected, (Integer) update);
    }

    @Operation
    public boolean removeExpected(
        @Param(name = "key") int key, @Param(name = "value") int expected) {
      return tree.remove(key(key), expected);
    }

    @Operation
    public Integer computeIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.computeIfAbsent(key(key), absent -> value);
    }

    @Operation
    public Integer computeIfPresent(
        @Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.computeIfPresent(key(key), (present, old) -> LincheckModel.sum(old, value));
    }

    @Operation
    public Integer compute(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.compute(
          key(key), (any, old) -> old == null ? (Integer) value : LincheckModel.sum(old, value));
    }

    @Operation
    public Integer merge(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.merge(key(key), (Integer) value, LincheckModel::sum);
    }
  }
}
