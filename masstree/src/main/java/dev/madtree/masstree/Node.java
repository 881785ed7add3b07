package dev.madtree.masstree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What border and interior nodes share: the version word, which is the lock too, and the parent.
 *
 * <p>Optimistic readers take a {@link #stableVersion}, read, and ask {@link #changedSince}. Writers
 * hold the lock, mark the node before they touch what such readers read, and {@link #unlock}.
 */
abstract sealed class Node permits BorderNode, InteriorNode {

  private static final VarHandle VERSION;
  private static final VarHandle PARENT;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      VERSION = lookup.findVarHandle(Node.class, "version", long.class);
      PARENT = lookup.findVarHandle(Node.class, "parent", InteriorNode.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private long version;
  private InteriorNode parent;

  /** A node that begins locked, so that it can be reached before it is all in place. */
  Node() {
    version = NodeVersion.LOCKED;
  }

  /** The version once no change is under way; it may say deleted. */
  final long stableVersion() {
    long seen = versionAcquire();
    for (int waited = 0; NodeVersion.isDirty(seen); seen = versionAcquire()) {
      waited = Backoff.pause(waited);
    }
    return seen;
  }

  /** Whether what was read since the given stable version may be torn. */
  final boolean changedSince(long stable) {
    // Acquire fence: the reads before it come before the version's; pairs with the store fence of
    // mark, which puts the mark before what the writer changes.
    VarHandle.acquireFence();
    return NodeVersion.changed(stable, versionOpaque());
  }

  /** Takes the lock and returns true, or returns false if the node is deleted. */
  final boolean lock() {
    long seen = versionOpaque();
    if (!NodeVersion.isLocked(seen) && tryLock(seen)) {
      return true;
    }
    TreeEvents.LockWait wait = TreeEvents.beginLockWait();
    boolean locked = waitForLock();
    TreeEvents.endLockWait(wait);
    return locked;
  }

  private boolean waitForLock() {
    for (int waited = 0; ; waited = Backoff.pause(waited)) {
      long seen = versionOpaque();
      if (NodeVersion.isDeleted(seen)) {
        return false;
      }
      if (!NodeVersion.isLocked(seen) && tryLock(seen)) {
        return true;
      }
    }
  }

  private boolean tryLock(long seen) {
    // Compare-and-set: pairs with the volatile store of unlock.
    return !NodeVersion.isDeleted(seen)
        && VERSION.compareAndSet(this, seen, seen | NodeVersion.LOCKED);
  }

  /** Releases the lock, counting what was marked. The caller holds this node's lock. */
  final void unlock() {
    assert isLocked();
    // Volatile: no later read of this thread may come before its own writes are seen by all;
    // pairs with the compare-and-set of lock and the acquire read of stableVersion.
    VERSION.setVolatile(this, NodeVersion.unlocked(version));
  }

  /** Announces a change within the node's bounds. The caller holds this node's lock. */
  final void markInserting() {
    mark(NodeVersion.INSERTING);
  }

  /** Announces a change of the node's bounds. The caller holds this node's lock. */
  final void markSplitting() {
    mark(NodeVersion.SPLITTING);
  }

  /** Takes the node out for good: nobody locks it any more. The caller holds this node's lock. */
  final void markDeleted() {
    mark(NodeVersion.SPLITTING | NodeVersion.DELETED);
  }

  private void mark(long flags) {
    assert isLocked();
    // Opaque, then a store fence: the mark comes before every change that it announces; pairs with
    // the acquire fence of changedSince.
    VERSION.setOpaque(this, version | flags);
    VarHandle.storeStoreFence();
  }

  /** The version as the lock's holder knows it. */
  final long version() {
    return version;
  }

  final boolean isLocked() {
    return NodeVersion.isLocked(versionOpaque());
  }

  final boolean isDeleted() {
    return NodeVersion.isDeleted(versionOpaque());
  }

  /** Acquire: pairs with the volatile store of unlock. */
  final long versionAcquire() {
    return (long) VERSION.getAcquire(this);
  }

  private long versionOpaque() {
    return (long) VERSION.getOpaque(this);
  }

  /**
   * Locks and returns the parent, or returns null if this node is its layer's root. The caller
   * holds this node's lock, which keeps a root a root; the parent's lock keeps the parent.
   */
  final InteriorNode lockParent() {
    assert isLocked();
    for (int waited = 0; ; waited = Backoff.pause(waited)) {
      InteriorNode seen = parentAcquire();
      if (seen == null) {
        return null;
      }
      if (seen.lock()) {
        if (parentAcquire() == seen) {
          return seen;
        }
        seen.unlock();
      }
      // A deleted parent has handed its children over, or does so before it lets go of its lock.
    }
  }

  /** Acquire: pairs with setParentRelease. */
  final InteriorNode parentAcquire() {
    return (InteriorNode) PARENT.getAcquire(this);
  }

  /**
   * Release: pairs with parentAcquire. The caller holds the lock of the old parent, and of the new
   * one; or of this node where there is none.
   */
  final void setParentRelease(InteriorNode to) {
    PARENT.setRelease(this, to);
  }
}
