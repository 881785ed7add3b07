package dev.madtree.masstree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One layer of the trie: a B+-tree over the keyslices at one depth below one shared prefix. A
 * border node's entry is a layer or a value, and this class tells which.
 *
 * <p>The root changes only under the lock of the node that is the root. A layer that was found
 * empty keeps its deleted root for ever: whoever comes to it starts again at the top.
 */
final class Layer {

  private static final VarHandle ROOT;

  static {
    try {
      ROOT = MethodHandles.lookup().findVarHandle(Layer.class, "root", Node.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Node root;

  Layer(Node root) {
    this.root = root;
  }

  /** Acquire: pairs with setRootRelease. */
  Node rootAcquire() {
    return (Node) ROOT.getAcquire(this);
  }

  /** Release: pairs with rootAcquire. The caller holds the lock of the present root. */
  void setRootRelease(Node to) {
    ROOT.setRelease(this, to);
  }
}
