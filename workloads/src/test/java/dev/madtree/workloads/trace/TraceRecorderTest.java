package dev.madtree.workloads.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.workloads.distributions.Distribution;
import dev.madtree.workloads.mix.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TraceRecorderTest {

  private static final int LENGTH = 256 * 400;
  private static final int RECORDS = 1000;

  private static TraceRequest request(Workload workload, Distribution distribution, int thread) {
    return new TraceRequest(workload, distribution, RECORDS, thread, LENGTH, 42);
  }

  @ParameterizedTest
  @EnumSource(Workload.class)
  void record_sameSeed_givesTheSameTrace(Workload workload) {
    Trace one = TraceRecorder.record(request(workload, Distribution.ZIPFIAN, 0));
    Trace other = TraceRecorder.record(request(workload, Distribution.ZIPFIAN, 0));
    assertEquals(one.hash(), other.hash());
    assertArrayEquals(one.keys(), other.keys());
  }

  @Test
  void record_anotherThreadOrSeed_givesAnotherTrace() {
    Trace trace = TraceRecorder.record(request(Workload.A, Distribution.UNIFORM, 0));
    Trace thread = TraceRecorder.record(request(Workload.A, Distribution.UNIFORM, 1));
    Trace seed =
        TraceRecorder.record(
            new TraceRequest(Workload.A, Distribution.UNIFORM, RECORDS, 0, LENGTH, 43));
    assertNotEquals(trace.hash(), thread.hash());
    assertNotEquals(trace.hash(), seed.hash());
  }

  /** The hashes are fixed: they must not depend on the JDK, the machine or the day. */
  @ParameterizedTest
  @CsvSource({
    "A, uniform, 6ae742ee4c035c17",
    "C, zipfian, 50c2ab7b923fa5a7",
    "D, latest, 29afbb6f0b55271e",
    "E, zipfian-ycsb, 43164ffbd59cf63e",
    "B, hotspot, 55222d880743dc7e",
    "B, exponential, 78270593eedfe682",
    "B, sequential, 59a3e0bf7db3b21f",
    "F, uniform, 76e2beb271c30226",
    "INSERT, uniform, 100808640eefc49c",
    "MULTIGET, zipfian(1.2), c9ccbafb0335762e",
    "DELETE, uniform, 61a6d8a78956a131",
    "CHURN, zipfian, a38c3b8a4a4fde04",
    "CRATE_QUERY, uniform, 7d81547fa6bf2790"
  })
  void record_seed42_hasTheKnownHash(Workload workload, String label, String hash) {
    Distribution distribution = Distribution.named(label).orElseThrow();
    assertEquals(hash, TraceRecorder.record(request(workload, distribution, 0)).hash());
  }

  @ParameterizedTest
  @EnumSource(Workload.class)
  void record_mix_isTheOneOfTheProperties(Workload workload) {
    Trace trace = TraceRecorder.record(request(workload, Distribution.UNIFORM, 0));
    long[] counts = new long[Operation.values().length];
    for (byte code : trace.operations()) {
      counts[code]++;
    }
    Properties properties = workload.properties();
    String read = workload.readsInBatches() ? "none" : "read";
    String batch = workload.readsInBatches() ? "read" : "none";
    String[] names = {read, "update", "insert", "scan", "readmodifywrite", batch, "madtree.remove"};
    double chiSquared = 0;
    for (Operation operation : Operation.values()) {
      String property = names[operation.ordinal()] + "proportion";
      double expected = LENGTH * Double.parseDouble(properties.getProperty(property, "0"));
      double off = counts[operation.code()] - expected;
      if (expected == 0) {
        assertEquals(0, counts[operation.code()], operation.label());
      } else {
        chiSquared += off * off / expected;
      }
    }
    // One degree of freedom at most, p = 0.001; the seed is fixed, so this never flickers.
    assertTrue(chiSquared < 10.83, "chi-squared is " + chiSquared);
  }

  @ParameterizedTest
  @MethodSource("dev.madtree.workloads.distributions.Distribution#all")
  void record_keys_areLoadedOrInsertedBefore(Distribution distribution) {
    Trace trace = TraceRecorder.record(request(Workload.D, distribution, 0));
    int next = RECORDS;
    for (int i = 0; i < trace.length(); i++) {
      if (Operation.ofCode(trace.operations()[i]) == Operation.INSERT) {
        assertEquals(next++, trace.keys()[i]);
      } else {
        assertTrue(trace.keys()[i] >= 0 && trace.keys()[i] < next, "key " + trace.keys()[i]);
      }
    }
    assertEquals(next - RECORDS, trace.inserts());
  }

  @Test
  void record_scansOfGroups_beginWithTheFirstOfEach() {
    Trace trace = TraceRecorder.record(request(Workload.CRATE_QUERY, Distribution.UNIFORM, 0));
    for (int i = 0; i < trace.length(); i++) {
      assertEquals(0, trace.keys()[i] % 500);
      assertEquals(500, trace.scanLengths()[i]);
    }
  }

  @Test
  void record_scans_askForOneToAHundredEntries() {
    Trace trace = TraceRecorder.record(request(Workload.E, Distribution.UNIFORM, 0));
    long sum = 0;
    long scans = 0;
    for (int i = 0; i < trace.length(); i++) {
      int wanted = trace.scanLengths()[i];
      if (Operation.ofCode(trace.operations()[i]) == Operation.SCAN) {
        assertTrue(wanted >= 1 && wanted <= 100, "length " + wanted);
        sum += wanted;
        scans++;
      } else {
        assertEquals(0, wanted);
      }
    }
    assertEquals(50.5, (double) sum / scans, 0.5);
  }

  @Test
  void globalKey_inserts_areDisjointBetweenThreads() {
    assertEquals(7, Trace.globalKey(7, 10, 1, 3));
    assertEquals(10, Trace.globalKey(10, 10, 0, 3));
    assertEquals(11, Trace.globalKey(10, 10, 1, 3));
    assertEquals(12, Trace.globalKey(10, 10, 2, 3));
    assertEquals(13, Trace.globalKey(11, 10, 0, 3));
  }

  @Test
  void ensure_file_keepsTheTraceAndIsNotRecordedAgain(@TempDir Path folder) throws Exception {
    TraceRequest request = request(Workload.E, Distribution.LATEST, 1);
    Path file = folder.resolve("deep").resolve(request.fileName());
    String hash = TraceFile.ensure(file, request);
    Trace recorded = TraceRecorder.record(request);
    Trace read = TraceFile.read(file);
    assertEquals(recorded.hash(), hash);
    assertEquals(recorded.hash(), read.hash());
    assertArrayEquals(recorded.scanLengths(), read.scanLengths());
    Object before = Files.getLastModifiedTime(file);
    assertEquals(hash, TraceFile.ensure(file, request));
    assertEquals(before, Files.getLastModifiedTime(file));
  }

  @Test
  void ensure_damagedFile_isRecordedAnew(@TempDir Path folder) throws Exception {
    TraceRequest request = request(Workload.A, Distribution.UNIFORM, 0);
    Path file = folder.resolve(request.fileName());
    String hash = TraceFile.ensure(file, request);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertEquals(hash, TraceFile.ensure(file, request));
    assertEquals(hash, TraceFile.read(file).hash());
  }
}
