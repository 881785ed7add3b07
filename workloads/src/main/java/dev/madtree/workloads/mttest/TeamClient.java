package dev.madtree.workloads.mttest;

import java.util.function.LongConsumer;

/**
 * A client of a test in which clients meet: some write what others remove or scan. What a client
 * has asked therefore cannot be told beforehand, and it says itself, outside the clock, what it has
 * left behind.
 */
interface TeamClient extends Client {

  /** Returns how many clients there are. */
  int clients();

  /** Returns the size that was asked for, whatever a test makes of it. */
  long size();

  /** Returns whether the time is over, also in the middle of a wait for others. */
  boolean isOver();

  /** Returns whether a key has a value. */
  boolean has(long key);

  /** Removes a key; returns whether it was there. */
  boolean remove(long key);

  /** Sets the value of a key, which must have none. */
  void putNew(long key, long value);

  /** Removes a key, which must be there. */
  void removePresent(long key);

  /** Asks for a key, which must not be there. */
  void checkAbsent(long key);

  /** Passes the keys of at most so many entries from a key on; returns how many. */
  long scan(long first, int limit, LongConsumer keys);

  /** As {@link #scan}, downwards. */
  long scanDescending(long last, int limit, LongConsumer keys);

  /** Says that the index has answered what cannot be. */
  void wrong(String what);

  /** Says that a key has a value, as far as this client knows. */
  void leaves(long key, long value);

  /** Says that a key is not there, as far as this client knows. */
  void takes(long key);
}
