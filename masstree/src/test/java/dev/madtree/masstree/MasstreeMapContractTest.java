package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.testing.ConcurrentNavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.MapFeature;
import com.google.common.collect.testing.testers.MapEntrySetTester;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The map keeps the contract of {@code ConcurrentNavigableMap} by the suite of guava-testlib, which
 * derives sub-, head-, tail-, descending and deserialized maps from each map it is given.
 *
 * <p>One dynamic test is one suite; it fails with the names of the suite's tests that failed.
 * {@code -Dcontract.suites=N} runs the first so many of them.
 */
class MasstreeMapContractTest {

  private static final int LEAST_TESTS_OF_ONE = 56_000;
  private static final int SUITES = Integer.getInteger("contract.suites", 8);
  private static final int FAILURES_SHOWN = 20;

  private final AtomicLong testsOfAll = new AtomicLong();

  @TestFactory
  List<DynamicTest> masstreeMap_inEveryConfiguration_keepsTheContract() {
    List<DynamicTest> tests = new ArrayList<>();
    // The first goes through most of the code.
    tests.add(
        suite(
            "8-byte prefix, small width, among neighbours, descending",
            new SortedMapSamples<>(
                SortedMapSamples.STRINGS,
                true,
                () ->
                    amongNeighbours(prefixed(8, Fanout.SMALL), SortedMapSamples.STRINGS)
                        .descendingMap())));
    tests.add(ints("4-byte keys, production width", () -> ofIntegers(Fanout.PRODUCTION)));
    tests.add(ints("4-byte keys, small width", () -> ofIntegers(Fanout.SMALL)));
    tests.add(strings("8-byte prefix, small width", () -> prefixed(8, Fanout.SMALL)));
    tests.add(strings("16-byte prefix, small width", () -> prefixed(16, Fanout.SMALL)));
    tests.add(strings("17-byte prefix, production width", () -> prefixed(17, Fanout.PRODUCTION)));
    tests.add(
        strings(
            "17-byte prefix, small width, among neighbours, through subMap",
            () -> amongNeighbours(prefixed(17, Fanout.SMALL), SortedMapSamples.STRINGS)));
    tests.add(
        ints(
            "4-byte keys, production width, among neighbours, through subMap",
            () -> amongNeighbours(ofIntegers(Fanout.PRODUCTION), SortedMapSamples.INTEGERS)));
    List<DynamicTest> asked = new ArrayList<>(tests.subList(0, SUITES));
    asked.add(dynamicTest("all of them are enough tests", this::checkNumberOfTests));
    return asked;
  }

  private void checkNumberOfTests() {
    System.out.println("guava-testlib: " + testsOfAll + " tests in all");
    assertTrue(
        testsOfAll.get() >= (long) SUITES * LEAST_TESTS_OF_ONE,
        () -> "Only " + testsOfAll + " tests ran");
  }

  private DynamicTest strings(String name, Supplier<? extends SortedMap<String, String>> maps) {
    return suite(name, new SortedMapSamples<>(SortedMapSamples.STRINGS, false, maps));
  }

  private DynamicTest ints(String name, Supplier<? extends SortedMap<Integer, String>> maps) {
    return suite(name, new SortedMapSamples<>(SortedMapSamples.INTEGERS, false, maps));
  }

  private static MasstreeMap<Integer, String> ofIntegers(Fanout fanout) {
    return new MasstreeMap<>(KeyCodec.integers(), new Masstree<>(fanout));
  }

  private static MasstreeMap<String, String> prefixed(int prefix, Fanout fanout) {
    return new MasstreeMap<>(new PrefixedStringCodec(prefix), new Masstree<>(fanout));
  }

  /** The part of a map between the samples' outermost keys, with other entries on both sides. */
  private static <K> ConcurrentNavigableMap<K, String> amongNeighbours(
      MasstreeMap<K, String> map, List<K> keys) {
    byte[] least = map.codec().encode(keys.get(0));
    byte[] greatest = map.codec().encode(keys.get(keys.size() - 1));
    for (int i = 1; i <= 20; i++) {
      map.put(map.codec().decode(plus(least, -i)), "below");
      map.put(map.codec().decode(plus(greatest, i)), "above");
    }
    return map.subMap(keys.get(0), true, keys.get(keys.size() - 1), true);
  }

  private static byte[] plus(byte[] bytes, int difference) {
    byte[] sum = bytes.clone();
    sum[sum.length - 1] += (byte) difference;
    return sum;
  }

  private <K> DynamicTest suite(String name, SortedMapSamples<K> samples) {
    return dynamicTest(name, () -> run(name, samples));
  }

  private <K> void run(String name, SortedMapSamples<K> samples) {
    TestSuite suite =
        ConcurrentNavigableMapTestSuiteBuilder.using(samples)
            .named(name)
            .withFeatures(
                MapFeature.GENERAL_PURPOSE,
                CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
                CollectionFeature.KNOWN_ORDER,
                CollectionFeature.SERIALIZABLE,
                CollectionSize.ANY)
            .suppressing(
                // Entries are snapshots, as those of ConcurrentSkipListMap, which needs these too.
                MapEntrySetTester.getSetValueMethod(),
                MapEntrySetTester.getSetValueWithNullValuesAbsentMethod())
            .createTestSuite();
    TestResult result = new TestResult();
    suite.run(result);
    System.out.println("guava-testlib: " + result.runCount() + " tests: " + name);
    testsOfAll.addAndGet(result.runCount());
    List<TestFailure> failures = new ArrayList<>(Collections.list(result.failures()));
    failures.addAll(Collections.list(result.errors()));
    assertTrue(failures.isEmpty(), () -> describe(failures));
    assertTrue(result.runCount() >= LEAST_TESTS_OF_ONE, () -> "Only " + result.runCount());
  }

  private static String describe(List<TestFailure> failures) {
    StringBuilder text = new StringBuilder(failures.size() + " tests failed:\n");
    for (TestFailure failure : failures.subList(0, Math.min(FAILURES_SHOWN, failures.size()))) {
      text.append(failure.failedTest()).append('\n').append(failure.trace()).append('\n');
    }
    return text.toString();
  }
}
