package dev.madtree.masstree;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The point operations of a tree, by byte strings. */
public abstract class LincheckPoints extends LincheckTree {

  @Operation
  public Integer get(@Param(name = "key") int key) {
    return tree.get(key(key));
  }

  @Operation
  public Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
    return tree.put(key(key), (Integer) value);
  }

  @Operation
  public Integer putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
    return tree.putIfAbsent(key(key), (Integer) value);
  }

  @Operation
  public Integer remove(@Param(name = "key") int key) {
    return tree.remove(key(key));
  }
}
