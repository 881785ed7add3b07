package dev.madtree.workloads.mttest;

/**
 * The test of scans over keys that come and go: every writer keeps a window of ascending keys under
 * a prefix of its own, puts after its last key and removes its first, and the first client scans
 * from the beginning of one window or another.
 *
 * <p>The original counts how many scans met a node that had changed. What can be seen from outside
 * is that a scan's keys ascend, and that its first key of a window is never below that of an
 * earlier scan, because every key below had gone for good.
 */
final class ConflictScan {

  private static final int PREFIX_SHIFT = 32;
  private static final int RANGE = 100;
  private static final int SCANNED = 20;
  private static final int ONE_IN = 65_536;

  private final TeamClient client;
  private final long[] lowest;
  private long previous;

  private ConflictScan(TeamClient client) {
    this.client = client;
    this.lowest = new long[client.clients()];
  }

  static void conflictscan1(TeamClient client) {
    ConflictScan test = new ConflictScan(client);
    if (client.number() == 0) {
      test.scans();
    } else {
      test.writes();
    }
  }

  private void scans() {
    ClientRandom random = ClientRandom.ofClient(0);
    int writers = client.clients() - 1;
    client.begin();
    long done = 0;
    for (; client.goesOn(done); done++) {
      int writer = writers == 0 ? 0 : 1 + (int) random.below(writers);
      long first = (long) writer << PREFIX_SHIFT;
      previous = -1;
      long passed = client.scan(first, SCANNED, key -> pass(writer, key));
      if (passed < SCANNED && writers > 0 && writer < writers) {
        client.wrong("a scan of " + SCANNED + " entries from " + first + " passed " + passed);
      }
    }
    client.end("mixed", done);
  }

  private void pass(int writer, long key) {
    if (key <= previous) {
      client.wrong("a scan passed key " + key + " after " + previous);
    }
    if (previous < 0 && key >>> PREFIX_SHIFT == writer) {
      if (key < lowest[writer]) {
        client.wrong("a scan passed key " + key + ", which had gone before " + lowest[writer]);
      }
      lowest[writer] = key;
    }
    previous = key;
  }

  private void writes() {
    ClientRandom random = ClientRandom.ofClient(client.number());
    long head = (long) client.number() << PREFIX_SHIFT;
    long tail = head;
    for (; tail < head + RANGE; tail++) {
      client.putNew(tail, tail);
    }
    client.begin();
    long done = 0;
    for (; client.goesOn(done); done++) {
      long size = tail - head;
      boolean grows = size < 2 * RANGE && (size == SCANNED || random.below(ONE_IN) < ONE_IN / 2);
      if (grows) {
        client.putNew(tail, tail);
        tail++;
      } else {
        client.removePresent(head);
        head++;
      }
    }
    client.end("mixed", done);
    for (long key = head; key < tail; key++) {
      client.leaves(key, key);
    }
  }
}
