package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Point operations by longs, in a border node that the second new key splits. */
class LincheckOneSliceTest {

  private static final int LEAST = 10;
  private static final int GREATEST = 18;

  @Test
  @Tag("model-checking")
  void longKeys_modelChecked_areLinearizable() {
    LincheckRun.modelCheck(Operations.class, Filled.class);
  }

  @Test
  void longKeys_underStress_areLinearizable() {
    LincheckRun.stress(Operations.class, Filled.class);
  }

  /** Nine of a node's ten slots are taken; the keys are around their lower end. */
  @Param(name = "key", gen = IntGen.class, conf = "7:13")
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public static class Operations {

    private final Masstree<Integer> tree = new Masstree<>(Fanout.SMALL);

    public Operations() {
      for (int key = LEAST; key <= GREATEST; key++) {
        tree.put((long) key, (Integer) key);
      }
    }

    @Operation
    public Integer get(@Param(name = "key") int key) {
      return tree.get(key);
    }

    @Operation
    public Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.put((long) key, (Integer) value);
    }

    @Operation
    public Integer putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
      return tree.putIfAbsent((long) key, (Integer) value);
    }

    @Operation
    public Integer remove(@Param(name = "key") int key) {
      return tree.remove(key);
    }

    @Validate
    public void structureIsSound() {
      TreeChecker.check(tree.trie());
    }
  }

  /** What the tree holds at first. */
  public static class Filled extends LincheckModel {

    public Filled() {
      super(LEAST, GREATEST);
    }
  }
}
