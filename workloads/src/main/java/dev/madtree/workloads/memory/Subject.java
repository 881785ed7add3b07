package dev.madtree.workloads.memory;

import dev.madtree.workloads.replay.WrongContentException;
import java.util.function.Predicate;

/** A structure whose entries are weighed, and how it is filled with entries of its own kind. */
interface Subject {

  /** What is walked over. */
  Object structure();

  /** Puts the entry of a number, with a key and a value that nobody else keeps. */
  void put(int number);

  long size();

  /**
   * Checks the entries of the numbers below a count and returns what tells their values from other
   * objects.
   *
   * @throws WrongContentException if an entry is not what was put
   */
  Predicate<Object> values(int count);
}
