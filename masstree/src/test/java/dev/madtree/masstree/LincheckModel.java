package dev.madtree.masstree;

import java.util.Map;
import java.util.TreeMap;

/** What the operations of the Lincheck tests return one after another: keys are numbers here. */
public class LincheckModel {

  private final TreeMap<Integer, Integer> map = new TreeMap<>();

  /** An empty map. */
  public LincheckModel() {}

  /** A map with the numbers from one to another, each its own value. */
  protected LincheckModel(int from, int to) {
    for (int number = from; number <= to; number++) {
      map.put(number, number);
    }
  }

  public Integer get(int key) {
    return map.get(key);
  }

  public Integer put(int key, int value) {
    return map.put(key, value);
  }

  public Integer putIfAbsent(int key, int value) {
    return map.putIfAbsent(key, value);
  }

  public Integer remove(int key) {
    return map.remove(key);
  }

  public boolean replaceExpected(int key, int expected, int update) {
    return map.replace(key, expected, update);
  }

  public Integer replace(int key, int update) {
    return map.replace(key, update);
  }

  public boolean removeExpected(int key, int expected) {
    return map.remove(key, expected);
  }

  public Integer computeIfAbsent(int key, int value) {
    return map.computeIfAbsent(key, absent -> value);
  }

  public Integer computeIfPresent(int key, int value) {
    return map.computeIfPresent(key, (present, old) -> sum(old, value));
  }

  public Integer compute(int key, int value) {
    return map.compute(key, (any, old) -> old == null ? (Integer) value : sum(old, value));
  }

  public Integer merge(int key, int value) {
    return map.merge(key, value, LincheckModel::sum);
  }

  public int addAndGet(int key, int delta) {
    return map.merge(key, delta, Integer::sum);
  }

  public String first() {
    return show(map.firstEntry());
  }

  public String last() {
    return show(map.lastEntry());
  }

  public String floor(int key) {
    return show(map.floorEntry(key));
  }

  public String lower(int key) {
    return show(map.lowerEntry(key));
  }

  public String ceiling(int key) {
    return show(map.ceilingEntry(key));
  }

  public String higher(int key) {
    return show(map.higherEntry(key));
  }

  public String pollFirst() {
    return show(map.pollFirstEntry());
  }

  public String pollLast() {
    return show(map.pollLastEntry());
  }

  /** The sum of two values, or null, which removes, if it is even. */
  static Integer sum(int old, int value) {
    return (old + value) % 2 == 0 ? null : (Integer) (old + value);
  }

  private static String show(Map.Entry<Integer, Integer> entry) {
    return entry == null ? null : show(entry.getKey(), entry.getValue());
  }

  /** An entry as navigation shows it. */
  static String show(int key, long value) {
    return key + "=" + value;
  }
}
