package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Flight Recorder is told what the tree does, if it asks. */
class TreeEventsTest {

  private static final int WIDTH = Fanout.SMALL.border();

  @TempDir private Path directory;

  private final Masstree<Integer> tree = new Masstree<>(Fanout.SMALL);

  /** The events of a name while a call runs in this thread and those that it starts. */
  private List<RecordedEvent> eventsOf(String name, boolean enabled, Callable<?> call)
      throws Exception {
    try (Recording recording = new Recording()) {
      if (enabled) {
        // No threshold: a wait may be over before the usual one of some milliseconds.
        recording.enable("dev.madtree." + name).withoutThreshold();
      }
      recording.start();
      call.call();
      recording.stop();
      return read(recording).stream()
          .filter(event -> event.getEventType().getName().equals("dev.madtree." + name))
          .toList();
    }
  }

  private List<RecordedEvent> read(Recording recording) throws IOException {
    Path file = directory.resolve("recording.jfr");
    recording.dump(file);
    return RecordingFile.readAllEvents(file);
  }

  private Void put(long from, long to) {
    for (long key = from; key < to; key++) {
      tree.put(key, (int) key);
    }
    return null;
  }

  private static byte[] bytes(String key) {
    return key.getBytes(US_ASCII);
  }

  @Test
  void split_ofARoot_isTold() throws Exception {
    List<RecordedEvent> events = eventsOf("Split", true, () -> put(0, WIDTH + 1));
    assertEquals(1, events.size());
    assertTrue(events.get(0).getBoolean("newRoot"));
    assertEquals(0, events.get(0).getInt("interiorSplits"));
  }

  @Test
  void split_ofAFullParent_tellsItsInteriorSplits() throws Exception {
    // Each split of the last node leaves a full one behind, so that the root is full of these.
    int children = Fanout.SMALL.root() + 1;
    put(0, (long) children * WIDTH);
    List<RecordedEvent> events =
        eventsOf("Split", true, () -> put(children * WIDTH, children * WIDTH + 1));
    assertEquals(1, events.size());
    assertTrue(events.get(0).getBoolean("newRoot"));
    assertEquals(1, events.get(0).getInt("interiorSplits"));
  }

  @Test
  void merge_ofBorderAndInteriorNodes_isTold() throws Exception {
    put(0, 400);
    List<RecordedEvent> events =
        eventsOf(
            "Merge",
            true,
            () -> {
              tree.clear();
              return null;
            });
    assertTrue(events.stream().anyMatch(event -> event.getBoolean("border")));
    assertFalse(events.stream().allMatch(event -> event.getBoolean("border")));
  }

  @Test
  void layer_madeAndCollapsed_isTold() throws Exception {
    tree.put(bytes("two slices, long x"), 1);
    List<RecordedEvent> made =
        eventsOf("LayerMade", true, () -> tree.put(bytes("two slices, long y"), 2));
    assertEquals(1, made.size());
    assertEquals(2, made.get(0).getInt("layers"), "one behind each shared slice");
    tree.remove(bytes("two slices, long x"));
    List<RecordedEvent> collapsed =
        eventsOf("LayerCollapsed", true, () -> tree.remove(bytes("two slices, long y")));
    assertEquals(2, collapsed.size());
    assertTrue(tree.isEmpty());
  }

  @Test
  void lockWait_ofAWriter_isTold() throws Exception {
    assertEquals(1, eventsOf("LockWait", true, this::putWhileLocked).size());
    assertEquals(7, tree.get(7));
  }

  private Integer putWhileLocked() throws Exception {
    Node root = tree.trie().top().rootAcquire();
    assertTrue(root.lock());
    WaitingCall<Integer> put = WaitingCall.begin(Descent.class, () -> tree.put(7, 7));
    root.unlock();
    return put.result();
  }

  @Test
  void retry_ofASearchWhoseNodeSplit_isTold() throws Exception {
    put(0, 2 * WIDTH);
    assertEquals(1, eventsOf("Retry", true, this::getWhileTheRootSplits).size());
  }

  private Void getWhileTheRootSplits() throws Exception {
    BorderNode last = Descent.toBorder(tree.trie().top(), -1L);
    assertTrue(last.lock());
    last.markInserting();
    WaitingCall<Integer> get = WaitingCall.begin(Descent.class, () -> tree.get(2 * WIDTH - 1));
    InteriorNode root = (InteriorNode) tree.trie().top().rootAcquire();
    assertTrue(root.lock());
    root.markSplitting();
    root.unlock();
    last.unlock();
    assertEquals(2 * WIDTH - 1, get.result());
    return null;
  }

  @Test
  void events_nobodyAsksFor_areNotMade() throws Exception {
    for (String name : List.of("Split", "Merge", "LayerMade", "LayerCollapsed", "LockWait")) {
      assertEquals(List.of(), eventsOf(name, false, this::doAll));
    }
    assertEquals(List.of(), eventsOf("Retry", false, this::getWhileTheRootSplits));
  }

  private Void doAll() throws Exception {
    put(0, 400);
    tree.put(bytes("two slices, long x"), 1);
    tree.put(bytes("two slices, long y"), 2);
    tree.clear();
    putWhileLocked();
    tree.clear();
    put(0, 2 * WIDTH);
    return null;
  }
}
