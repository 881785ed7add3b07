package dev.madtree.workloads.mttest;

/** Writes down the first operations that a program asks for, and counts all. */
final class RecordingClient implements Client {

  private static final int KEPT = 64;

  private final int number;
  private final long limit;
  private final StringBuilder text = new StringBuilder();
  private int kept;
  private long puts;
  private long gets;

  RecordingClient(int number, long limit) {
    this.number = number;
    this.limit = limit;
  }

  static RecordingClient of(MttestWorkload workload, int number, long limit) {
    RecordingClient client = new RecordingClient(number, limit);
    workload.run(client);
    return client;
  }

  String text() {
    return text.toString().strip();
  }

  long puts() {
    return puts;
  }

  long gets() {
    return gets;
  }

  private void keep(String word) {
    if (kept++ < KEPT) {
      text.append(word).append(' ');
    }
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public boolean goesOn(long done) {
    return done < limit;
  }

  @Override
  public void put(long key, long value) {
    puts++;
    keep("P" + key);
  }

  @Override
  public void get(long key) {
    gets++;
    keep("G" + key);
  }

  @Override
  public void check(long key, long expected) {
    get(key);
  }

  @Override
  public void begin() {}

  @Override
  public void end(String op, long operations) {}
}
