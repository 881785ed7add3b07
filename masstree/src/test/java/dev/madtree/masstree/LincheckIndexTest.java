package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values that stand in the nodes, in a border node that the second new key splits. */
class LincheckIndexTest {

  private static final int LEAST = 10;
  private static final int GREATEST = 18;

  @Test
  @Tag("model-checking")
  void inlineValues_modelChecked_areLinearizable() {
    LincheckRun.modelCheck(Operations.class, Filled.class);
  }

  @Test
  void inlineValues_underStress_areLinearizable() {
    LincheckRun.stress(Operations.class, Filled.class);
  }

  /** The keys are around the lower end of what is there. */
  @Param(name = "key", gen = IntGen.class, conf = "8:12")
  @Param(name = "value", gen = IntGen.class, conf = "1:3")
  public static class Operations {

    private static final long ABSENT = -1;

    private final MasstreeIndex tree = new MasstreeIndex(ABSENT, Fanout.SMALL);

    public Operations() {
      for (int key = LEAST; key <= GREATEST; key++) {
        tree.put(key, key);
      }
    }

    @Operation
    public Integer get(@Param(name = "key") int key) {
      return orNull(tree.get(key));
    }

    @Operation
    public Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
      return orNull(tree.put(key, value));
    }

    @Operation
    public Integer putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
      return orNull(tree.putIfAbsent(key, value));
    }

    @Operation
    public boolean replaceExpected(
        @Param(name = "key") int key,
        @Param(name = "value") int expected,
        @Param(name = "value") int update) {
      return tree.replace(key, expected, update);
    }

    @Operation
    public int addAndGet(@Param(name = "key") int key, @Param(name = "value") int delta) {
      return (int) tree.addAndGet(key, delta);
    }

    @Operation
    public Integer remove(@Param(name = "key") int key) {
      return orNull(tree.remove(key));
    }

    @Operation
    public boolean removeExpected(
        @Param(name = "key") int key, @Param(name = "value") int expected) {
      return tree.remove(key, expected);
    }

    @Operation
    public String ceiling(@Param(name = "key") int key) {
      LongEntry entry = tree.ceiling(key);
      return entry == null
          ? null
          : LincheckModel.show((int) Key.slice(entry.key(), 0), entry.value());
    }

    @Validate
    public void structureIsSound() {
      TreeChecker.check(tree.trie());
    }

    private static Integer orNull(long value) {
      return value == ABSENT ? null : (Integer) (int) value;
    }
  }

  /** What the index holds at first. */
  public static class Filled extends LincheckModel {

    public Filled() {
      super(LEAST, GREATEST);
    }
  }
}
