package dev.madtree.workloads.ycsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.competitors.Competitor;
import dev.madtree.masstree.Masstree;
import dev.madtree.masstree.ValueCodec;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import site.ycsb.ByteIterator;
import site.ycsb.DB;
import site.ycsb.Status;
import site.ycsb.StringByteIterator;

/** What every client answers, in one process. */
class OrderedIndexClientTest {

  private static final String TABLE = "usertable";

  @TempDir private Path folder;

  static Stream<String> stores() {
    return Stream.of(Competitor.values()).filter(Competitor::storesEntries).map(Competitor::label);
  }

  private static DB client(String structure, String... more) {
    Properties properties = new Properties();
    properties.setProperty("madtree.structure", structure);
    for (int i = 0; i < more.length; i += 2) {
      properties.setProperty(more[i], more[i + 1]);
    }
    DB client = new MadtreeClient();
    client.setProperties(properties);
    return client;
  }

  private static Map<String, ByteIterator> fields(String... namesAndValues) {
    Map<String, ByteIterator> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], new StringByteIterator(namesAndValues[i + 1]));
    }
    return fields;
  }

  private static Map<String, String> read(DB client, String table, String key, Set<String> wanted) {
    Map<String, ByteIterator> result = new HashMap<>();
    assertEquals(Status.OK, client.read(table, key, wanted, result));
    Map<String, String> texts = new HashMap<>();
    result.forEach(
        (name, value) -> texts.put(name, new String(value.toArray(), StandardCharsets.UTF_8)));
    return texts;
  }

  @ParameterizedTest
  @MethodSource("stores")
  void pointOperations_answerHonestly(String structure) throws Exception {
    DB client = client(structure);
    try {
      assertEquals(Status.NOT_FOUND, client.read(TABLE, "a", null, new HashMap<>()));
      assertEquals(Status.NOT_FOUND, client.update(TABLE, "a", fields("x", "1")));
      assertEquals(Status.NOT_FOUND, client.delete(TABLE, "a"));
      assertEquals(Status.OK, client.insert(TABLE, "a", fields("x", "1", "y", "2")));
      assertEquals(Status.OK, client.update(TABLE, "a", fields("y", "3", "z", "4")));
      assertEquals(Map.of("x", "1", "y", "3", "z", "4"), read(client, TABLE, "a", null));
      assertEquals(Map.of("y", "3"), read(client, TABLE, "a", Set.of("y", "none")));
      assertEquals(Status.NOT_FOUND, client.read("other", "a", null, new HashMap<>()));
      assertEquals(Status.OK, client.delete(TABLE, "a"));
      assertEquals(Status.NOT_FOUND, client.read(TABLE, "a", null, new HashMap<>()));
    } finally {
      client.cleanup();
    }
  }

  @ParameterizedTest
  @MethodSource("stores")
  void scan_passesRecordsFromTheKeyOn(String structure) throws Exception {
    DB client = client(structure);
    try {
      for (String key : List.of("d", "b", "a", "c", "e")) {
        client.insert(TABLE, key, fields("name", key, "more", "0"));
      }
      client.insert("zoo", "b2", fields("name", "other"));
      Vector<HashMap<String, ByteIterator>> result = new Vector<>();
      Status status = client.scan(TABLE, "b", 3, Set.of("name"), result);
      if (structure.equals("hashmap")) {
        assertEquals(Status.NOT_IMPLEMENTED, status);
        return;
      }
      assertEquals(Status.OK, status);
      assertEquals(
          List.of("b", "c", "d"),
          result.stream().map(each -> each.get("name").toString()).toList());
      assertTrue(result.stream().allMatch(each -> each.size() == 1));
    } finally {
      client.cleanup();
    }
  }

  /** Each thread owns a field of one record; nobody may ever find its field turned back. */
  @ParameterizedTest
  @MethodSource("stores")
  void update_byManyThreads_losesNoField(String structure) throws Exception {
    int threads = 4;
    int rounds = 2000;
    List<DB> clients = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      clients.add(client(structure));
    }
    clients.get(0).insert(TABLE, "a", fields());
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> writers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        DB own = clients.get(i);
        String field = "field" + i;
        writers.add(
            () -> {
              for (int round = 0; round < rounds; round++) {
                String value = Integer.toString(round);
                assertEquals(Status.OK, own.update(TABLE, "a", fields(field, value)));
                assertEquals(Map.of(field, value), read(own, TABLE, "a", Set.of(field)));
              }
              return null;
            });
      }
      for (Future<Void> each : executor.invokeAll(writers)) {
        each.get();
      }
      assertEquals(threads, read(clients.get(0), TABLE, "a", null).size());
    } finally {
      executor.shutdown();
      for (DB each : clients) {
        each.cleanup();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stores")
  void snapshot_isWrittenByTheLastAndBringsAllTablesBack(String structure) throws Exception {
    Path file = folder.resolve("deeper").resolve("records.ckpt");
    String[] load = {"masstree.snapshot", file.toString(), "dotransactions", "false"};
    DB first = client(structure, load);
    DB second = client(structure, load);
    for (int i = 0; i < 500; i++) {
      (i % 2 == 0 ? first : second).insert(TABLE, "user" + i, fields("n", "" + i));
    }
    second.insert("other", "user1", fields("n", "elsewhere"));
    first.delete(TABLE, "user7");
    first.cleanup();
    assertFalse(Files.exists(file));
    second.cleanup();
    DB run = client(structure, "masstree.snapshot", file.toString());
    try {
      for (int i = 0; i < 500; i++) {
        if (i != 7) {
          assertEquals(Map.of("n", "" + i), read(run, TABLE, "user" + i, null));
        }
      }
      assertEquals(Status.NOT_FOUND, run.read(TABLE, "user7", null, new HashMap<>()));
      assertEquals(Map.of("n", "elsewhere"), read(run, "other", "user1", null));
    } finally {
      run.cleanup();
    }
  }

  @Test
  void snapshot_ofOtherValues_isRefused() throws Exception {
    Path file = folder.resolve("longs.ckpt");
    Masstree<Long> longs = new Masstree<>();
    longs.put(1, 1L);
    longs.writeTo(file, ValueCodec.longs());
    UncheckedIOException refused =
        assertThrows(
            UncheckedIOException.class,
            () -> client("masstree", "masstree.snapshot", file.toString()));
    assertTrue(refused.getMessage().contains("not a YCSB record"), refused.getMessage());
  }

  @Test
  void setProperties_withAnUnknownStructure_namesTheNearest() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> client("skiplst"));
    assertTrue(refused.getMessage().contains("did you mean \"skiplist\""), refused.getMessage());
  }

  @Test
  void noop_answersOkToEverything() throws Exception {
    DB client = client("noop");
    assertEquals(Status.OK, client.read(TABLE, "a", null, new HashMap<>()));
    assertEquals(Status.OK, client.update(TABLE, "a", fields("x", "1")));
    assertEquals(Status.OK, client.delete(TABLE, "a"));
    client.cleanup();
  }

  @Test
  void structureThatThrows_isAnError() throws Exception {
    DB client = client("test-thrower");
    Status status = client.read(TABLE, "a", null, new HashMap<>());
    assertEquals(Status.ERROR, status);
    client.cleanup();
  }
}
