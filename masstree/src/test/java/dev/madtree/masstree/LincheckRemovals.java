package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Removals for the most part, with what may meet them. */
public abstract class LincheckRemovals extends LincheckTree {

  @Operation
  public Integer remove(@Param(name = "key") int key) {
    return tree.remove(key(key));
  }

  @Operation
  public boolean removeExpected(@Param(name = "key") int key, @Param(name = "value") int value) {
    return tree.remove(key(key), value);
  }

  @Operation
  public Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
    return tree.put(key(key), (Integer) value);
  }

  @Operation
  public Integer get(@Param(name = "key") int key) {
    return tree.get(key(key));
  }
}
