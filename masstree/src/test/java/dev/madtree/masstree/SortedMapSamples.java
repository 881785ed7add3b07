package dev.madtree.masstree;

import com.google.common.collect.testing.SampleElements;
import com.google.common.collect.testing.TestSortedMapGenerator;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Feeds the contract suite with maps and the entries to put into them.
 *
 * @param keys nine keys in ascending order: two below the samples, the five samples, two above
 * @param descending whether the maps are ordered downwards
 * @param maps makes an empty map
 */
record SortedMapSamples<K>(
    List<K> keys, boolean descending, Supplier<? extends SortedMap<K, String>> maps)
    implements TestSortedMapGenerator<K, String> {

  static final List<String> STRINGS =
      List.of("!! a", "!! b", "five", "four", "one", "three", "two", "~~ a", "~~ b");

  static final List<Integer> INTEGERS =
      List.of(Integer.MIN_VALUE + 100, -70_000, -1, 0, 1, 255, 256, 65_536, 1 << 30);

  /** The samples are unsorted on purpose, as the suite expects them. */
  @Override
  public SampleElements<Map.Entry<K, String>> samples() {
    return new SampleElements<>(at(4), at(6), at(5), at(3), at(2));
  }

  @Override
  @SuppressWarnings("unchecked") // The suite hands back what samples() gave it.
  public SortedMap<K, String> create(Object... elements) {
    SortedMap<K, String> map = maps.get();
    for (Object element : elements) {
      Map.Entry<K, String> entry = (Map.Entry<K, String>) element;
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // There are no arrays of a parameterized type.
  public Map.Entry<K, String>[] createArray(int length) {
    return new Map.Entry[length];
  }

  @Override
  @SuppressWarnings("unchecked") // There are no arrays of a type variable.
  public K[] createKeyArray(int length) {
    return (K[]) java.lang.reflect.Array.newInstance(keys.get(0).getClass(), length);
  }

  @Override
  public String[] createValueArray(int length) {
    return new String[length];
  }

  @Override
  public Iterable<Map.Entry<K, String>> order(List<Map.Entry<K, String>> insertionOrder) {
    List<Map.Entry<K, String>> ordered = new ArrayList<>(insertionOrder);
    Comparator<Map.Entry<K, String>> order = Comparator.comparing(e -> keys.indexOf(e.getKey()));
    ordered.sort(descending ? order.reversed() : order);
    return ordered;
  }

  @Override
  public Map.Entry<K, String> belowSamplesLesser() {
    return at(descending ? 8 : 0);
  }

  @Override
  public Map.Entry<K, String> belowSamplesGreater() {
    return at(descending ? 7 : 1);
  }

  @Override
  public Map.Entry<K, String> aboveSamplesLesser() {
    return at(descending ? 1 : 7);
  }

  @Override
  public Map.Entry<K, String> aboveSamplesGreater() {
    return at(descending ? 0 : 8);
  }

  private Map.Entry<K, String> at(int index) {
    return new SimpleImmutableEntry<>(keys.get(index), "value " + index);
  }
}
