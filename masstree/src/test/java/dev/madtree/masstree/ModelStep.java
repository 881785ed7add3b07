package dev.madtree.masstree;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One operation with all that it is given, so that it can be played again with others left out.
 *
 * @param text what a person reads
 * @param action does it
 */
record ModelStep(Supplier<String> text, Consumer<ModelPair> action) {

  static ModelStep get(byte[] key) {
    return new ModelStep(() -> "get " + show(key), pair -> pair.get(key));
  }

  static ModelStep put(byte[] key, long value) {
    return new ModelStep(() -> "put " + show(key) + " = " + value, pair -> pair.put(key, value));
  }

  static ModelStep putIfAbsent(byte[] key, long value) {
    return new ModelStep(
        () -> "putIfAbsent " + show(key) + " = " + value, pair -> pair.putIfAbsent(key, value));
  }

  static ModelStep replace(byte[] key, long expected, long value) {
    return new ModelStep(
        () -> "replace " + show(key) + " = " + expected + " by " + value,
        pair -> pair.replace(key, expected, value));
  }

  static ModelStep add(byte[] key, long delta) {
    return new ModelStep(() -> "add " + show(key) + " + " + delta, pair -> pair.add(key, delta));
  }

  static ModelStep remove(byte[] key) {
    return new ModelStep(() -> "remove " + show(key), pair -> pair.remove(key));
  }

  static ModelStep removeExpected(byte[] key, long expected) {
    return new ModelStep(
        () -> "remove " + show(key) + " = " + expected, pair -> pair.removeExpected(key, expected));
  }

  static ModelStep navigate(byte[] key) {
    return new ModelStep(
        () -> "floor, lower, ceiling, higher of " + show(key) + ", first, last",
        pair -> pair.navigate(key));
  }

  static ModelStep poll() {
    return new ModelStep(() -> "pollFirst, pollLast", ModelPair::poll);
  }

  static ModelStep scan(KeyRange range, long limit, boolean descending) {
    return new ModelStep(
        () -> (descending ? "scanDescending " : "scan ") + range + ", at most " + limit,
        pair -> pair.scan(range, limit, descending));
  }

  static ModelStep removeRange(KeyRange range) {
    return new ModelStep(() -> "removeRange " + range, pair -> pair.removeRange(range));
  }

  static ModelStep getAll(byte[][] keys) {
    return new ModelStep(() -> "getAll " + show(keys), pair -> pair.getAll(keys));
  }

  static ModelStep putAll(byte[][] keys, long[] values) {
    return new ModelStep(
        () -> "putAll " + show(keys) + " = " + Arrays.toString(values),
        pair -> pair.putAll(keys, values));
  }

  static ModelStep check() {
    return new ModelStep(() -> "check everything", ModelPair::check);
  }

  static ModelStep empty(long seed) {
    return new ModelStep(
        () -> "remove everything, in the order of seed " + seed, pair -> pair.empty(seed));
  }

  private static String show(byte[]... keys) {
    return Arrays.stream(keys).map(Arrays::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return text.get();
  }
}
