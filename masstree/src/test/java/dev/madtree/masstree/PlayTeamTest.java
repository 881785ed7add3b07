package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The team that plays histories and scans: it leaves out nothing, and tells what stops it. */
class PlayTeamTest {

  private static final long FIRST = 3 * Plays.BATCH - 7;
  private static final int COUNT = 40 * Plays.BATCH;
  private static final long SHORT_NANOS = 3_000_000_000L;

  /** Counts what is done with it. */
  private static class CountedPlay implements Play {

    final AtomicInteger prepared = new AtomicInteger();
    final AtomicInteger parts = new AtomicInteger();
    final AtomicInteger checked = new AtomicInteger();

    @Override
    public void prepare() {
      prepared.incrementAndGet();
    }

    @Override
    public void play(int thread) {
      assertEquals(1, prepared.get());
      parts.getAndUpdate(mask -> mask | 1 << thread);
    }

    @Override
    public void check() {
      checked.incrementAndGet();
    }

    @Override
    public String describe() {
      return "a counted play";
    }
  }

  @Test
  void everyPlay_isPreparedPlayedByAllAndChecked() {
    Map<Long, CountedPlay> plays = new ConcurrentHashMap<>();
    PlayTeam team =
        new PlayTeam(
            number -> plays.computeIfAbsent(number, same -> new CountedPlay()),
            FIRST,
            COUNT,
            Long.MAX_VALUE);
    assertEquals(COUNT, team.run());
    assertEquals(COUNT, plays.size());
    for (long number = FIRST; number < FIRST + COUNT; number++) {
      CountedPlay play = plays.get(number);
      int threads = Plays.threadsOf(number / Plays.BATCH);
      assertEquals((1 << threads) - 1, play.parts.get(), "threads that played");
      assertEquals(1, play.checked.get());
    }
  }

  @Test
  void threadsOfBatches_areTwoToFour() {
    int[] batches = new int[Plays.MOST_THREADS + 1];
    for (long batch = 0; batch < 10_000; batch++) {
      batches[Plays.threadsOf(batch)]++;
    }
    assertTrue(batches[2] > batches[3] && batches[3] > batches[4] && batches[4] > 0);
  }

  @Test
  void playThatThrows_endsTheRunWithItsText() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                run(
                    Long.MAX_VALUE,
                    thread -> {
                      throw new IllegalStateException("broken");
                    }));
    assertTrue(failure.getMessage().contains("broken"), failure.getMessage());
    assertTrue(failure.getMessage().contains("a counted play"), failure.getMessage());
  }

  @Test
  void playThatDoesNotEnd_endsTheRunWithItsText() {
    CountDownLatch released = new CountDownLatch(1);
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                run(
                    SHORT_NANOS,
                    thread -> {
                      try {
                        released.await();
                      } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                      }
                    }));
    released.countDown();
    assertTrue(failure.getMessage().startsWith("a call did not end"), failure.getMessage());
    assertTrue(failure.getMessage().contains("a counted play"), failure.getMessage());
  }

  /** What one thread does. */
  @FunctionalInterface
  private interface Part {
    void play(int thread);
  }

  private static void run(long patienceNanos, Part part) {
    Plays plays =
        number ->
            new CountedPlay() {
              @Override
              public void play(int thread) {
                part.play(thread);
              }
            };
    new PlayTeam(plays, 0, COUNT, Long.MAX_VALUE, patienceNanos).run();
  }
}
