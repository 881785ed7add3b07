package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Scans of a tree that is written to pass in strict order what is there throughout, once, and
 * values that were current meanwhile. {@code -Dscans.count=N} sets their number, without which a
 * busy machine plays fewer than it should in the time there is; {@code -Dscans.seed=N} the first
 * seed.
 */
class ScanHuntTest {

  private static final Long ASKED = Long.getLong("scans.count");
  private static final long COUNT = ASKED == null ? 2_000_000 : ASKED;
  private static final long UNASKED_NANOS = 30_000_000_000L;
  private static final long SEED = Long.getLong("scans.seed", 2012);
  private static final long MANY = 1_000_000;

  @Test
  void scans_whileOthersWrite_keepTheRules() {
    ScanHunt hunt = new ScanHunt();
    long began = System.nanoTime();
    hunt.run(SEED, COUNT, ASKED == null ? began + UNASKED_NANOS : Long.MAX_VALUE);
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "ScanHuntTest seed %d: %d scans of %d, %.0f a second, writes during %.1f %% of them%n",
        SEED,
        hunt.scans(),
        COUNT,
        hunt.scans() / seconds,
        100.0 * hunt.overlapping() / hunt.scans());
    assertTrue(hunt.scans() >= COUNT || (ASKED == null && hunt.scans() > 0));
  }

  @Test
  void playsOf_scans_areEnoughForThemOrWithoutLimit() {
    assertEquals(0, ScanHunt.playsOf(0));
    assertEquals(1, ScanHunt.playsOf(1));
    assertEquals(1, ScanHunt.playsOf(ScanPlay.SCANS));
    assertEquals(2, ScanHunt.playsOf(ScanPlay.SCANS + 1));
    assertEquals(Long.MAX_VALUE, ScanHunt.playsOf(Long.MAX_VALUE));
  }

  /** Changes now and then what a scan passes. */
  private record Spoiling(Subject subject, UnaryOperator<List<Entry<Long>>> spoil) {

    Subject spoiled() {
      return new ForwardingSubject(subject) {
        @Override
        public List<Entry<Long>> scan(KeyRange range, long limit, boolean descending) {
          List<Entry<Long>> seen = super.scan(range, limit, descending);
          return seen.size() < 3 || seen.size() == limit
              ? seen
              : spoil.apply(new ArrayList<>(seen));
        }
      };
    }
  }

  private static String found(UnaryOperator<List<Entry<Long>>> spoil) {
    ScanHunt hunt = new ScanHunt(subject -> new Spoiling(subject, spoil).spoiled());
    return assertThrows(AssertionError.class, () -> hunt.run(1, MANY, Long.MAX_VALUE)).getMessage();
  }

  @Test
  void missedEntry_isFound() {
    String message =
        found(
            seen -> {
              seen.remove(1);
              return seen;
            });
    assertTrue(message.contains("there throughout"), message);
  }

  @Test
  void doubledEntry_isFound() {
    String message =
        found(
            seen -> {
              seen.add(1, seen.get(0));
              return seen;
            });
    assertTrue(message.contains("strict order"), message);
  }

  @Test
  void staleValue_isFound() {
    String message =
        found(
            seen -> {
              // A value of this key, by a write that comes later or never.
              Entry<Long> first = seen.get(0);
              Entry<Long> second = seen.get(1);
              long keys = Math.abs(second.value() - first.value());
              seen.set(0, new Entry<>(first.key(), first.value() + 1_000_000 * keys));
              return seen;
            });
    assertTrue(message.contains("current") || message.contains("stands with"), message);
  }

  @Test
  void lostWrite_isFound() {
    ScanHunt hunt =
        new ScanHunt(
            tree ->
                new ForwardingSubject(tree) {
                  @Override
                  public Long remove(byte[] key) {
                    return key.length == 9 ? super.get(key) : super.remove(key);
                  }
                });
    AssertionError found =
        assertThrows(AssertionError.class, () -> hunt.run(1, MANY, Long.MAX_VALUE));
    assertTrue(found.getMessage().contains("play "), found.getMessage());
  }
}
