package dev.madtree.workloads.mttest;

/**
 * One client of a test: what a test's program asks of an index, and what it tells about its
 * progress.
 */
interface Client {

  /** Returns the client's number, from 0. */
  int number();

  /**
   * Returns whether there is more to do.
   *
   * @param done the operations done in this loop
   */
  boolean goesOn(long done);

  /** Sets the value of a key. */
  void put(long key, long value);

  /** Asks for the value of a key, whatever it is. */
  void get(long key);

  /** Asks for the value of a key, which must be the expected one. */
  void check(long key, long expected);

  /** Starts the clock of a phase together with all other clients. */
  void begin();

  /**
   * Stops the clock.
   *
   * @param op what the phase did: {@code put}, {@code get}, or {@code mixed}
   * @param operations how many operations
   */
  void end(String op, long operations);
}
