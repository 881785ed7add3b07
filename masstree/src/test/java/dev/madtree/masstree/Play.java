package dev.madtree.masstree;

/**
 * A short run of several threads on a tree of its own. One thread prepares it, all of its threads
 * play it, beginning at the same moment, and then one thread checks it.
 */
interface Play {

  /** Makes the tree as it is before. */
  void prepare();

  /** Plays the part of one thread, from 0 on. */
  void play(int thread);

  /**
   * Checks what was recorded and what is left.
   *
   * @throws AssertionError if anything is wrong
   */
  void check();

  /** What was played, as text for the message of a failure. */
  String describe();
}
