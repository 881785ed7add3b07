package dev.madtree.competitors.blink;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/** The lock and the version of a node: all memory ordering of the tree but that of the values. */
abstract class VersionedNode {

  /*
   * One long: three flags, and above them a counter of finished changes.
   *
   *   locked    one writer owns the node; readers do not care
   *   changing  the owner is writing what readers read; readers wait
   *   deleted   the node has left the tree, for ever; nobody waits for it or locks it
   *
   * Why an optimistic reader never trusts a torn node:
   *
   *   writer                                  reader
   *   1 version |= changing      (opaque)     a  read version        (acquire), not changing
   *   2 storeStoreFence                       b  read fields         (plain)
   *   3 write fields             (plain)      c  acquireFence
   *   4 version = counter + 1    (release)    d  read version again  (opaque), same counter?
   *
   * If b sees any write of 3, then by the fences 2 and c the read d sees 1 or something later, and
   * the reader throws away what it read. If a sees 4, then b sees 3. Taking a lock changes no field,
   * so d ignores the locked flag. Until d has succeeded, no index, length or reference that was read
   * is used for anything that could fail: the arrays have a fixed length, and a key read too early is
   * at worst null or compared for nothing.
   *
   * The unlock is a volatile store. With a mere release store, a writer's following read could be
   * done before its write is visible: two threads could each put a key, and then each miss the
   * other's.
   */

  private static final long LOCKED = 1;
  private static final long CHANGING = 2;
  private static final long DELETED = 4;
  private static final long CHANGE = 8;

  private static final int SPINS = 64;
  private static final int YIELDS = 32;
  private static final long PARK_NS = 50_000;

  private static final VarHandle VERSION;

  static {
    try {
      VERSION = MethodHandles.lookup().findVarHandle(VersionedNode.class, "version", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private long version;

  /** A node that nobody else knows yet; {@code locked} makes its maker the lock's owner. */
  VersionedNode(boolean locked) {
    version = locked ? LOCKED : 0;
  }

  /** Returns a version under which the fields may be read; waits while a writer changes them. */
  final long stableVersion() {
    // Acquire: pairs with the release in endChange and the volatile stores in unlock and
    // endDeletion.
    long seen = (long) VERSION.getAcquire(this);
    for (int attempt = 0; (seen & CHANGING) != 0; attempt++) {
      await(attempt);
      // Acquire: pairs as above.
      seen = (long) VERSION.getAcquire(this);
    }
    return seen;
  }

  /** Returns whether all that was read since {@link #stableVersion} was there at one moment. */
  final boolean unchangedSince(long stable) {
    // Acquire fence: pairs with the storeStoreFence in beginChange.
    VarHandle.acquireFence();
    // Opaque: ordered by the fence above.
    return (((long) VERSION.getOpaque(this) ^ stable) & ~LOCKED) == 0;
  }

  /** Returns whether a version says that its node has left the tree. */
  static boolean isDeleted(long version) {
    return (version & DELETED) != 0;
  }

  /** Locks the node and returns true, or returns false if the node has left the tree. */
  final boolean lock() {
    for (int attempt = 0; ; attempt++) {
      // Acquire: pairs with the volatile stores in unlock and endDeletion.
      long seen = (long) VERSION.getAcquire(this);
      if ((seen & DELETED) != 0) {
        return false;
      }
      // Volatile: takes the lock before anything that it guards; pairs with the store in unlock.
      if ((seen & LOCKED) == 0 && VERSION.compareAndSet(this, seen, seen | LOCKED)) {
        return true;
      }
      await(attempt);
    }
  }

  /** Unlocks the node. The caller holds this node's lock. */
  final void unlock() {
    assert isLocked() && !isChanging();
    // Volatile: publishes the owner's writes before any later read of the owner.
    VERSION.setVolatile(this, version & ~LOCKED);
  }

  /** Begins to change what readers read. The caller holds this node's lock. */
  final void beginChange() {
    assert isLocked() && !isChanging();
    // Opaque: ordered before the change by the fence below.
    VERSION.setOpaque(this, version | CHANGING);
    // Store-store fence: pairs with the acquire fence in unchangedSince.
    VarHandle.storeStoreFence();
  }

  /** Ends a change and keeps the lock. The caller holds this node's lock. */
  final void endChange() {
    assert isLocked() && isChanging();
    // Release: pairs with the acquire in stableVersion.
    VERSION.setRelease(this, (version & ~CHANGING) + CHANGE);
  }

  /** Ends a change after which the node has left the tree. The caller holds this node's lock. */
  final void endDeletion() {
    assert isLocked() && isChanging();
    // Volatile: nobody reads the node as alive once the caller unlocks the node that replaces it.
    VERSION.setVolatile(this, ((version & ~(LOCKED | CHANGING)) + CHANGE) | DELETED);
  }

  final boolean isLocked() {
    return (version & LOCKED) != 0;
  }

  final boolean isChanging() {
    return (version & CHANGING) != 0;
  }

  /** Waits a little, longer if the one waited for seems to have lost its processor. */
  private static void await(int attempt) {
    if (attempt < SPINS) {
      Thread.onSpinWait();
    } else if (attempt < SPINS + YIELDS) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(PARK_NS);
    }
  }
}
