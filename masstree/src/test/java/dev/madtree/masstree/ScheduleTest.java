package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final int THREADS = 3;
  private static final int STEPS = 50;

  private static String played(long seed) throws Throwable {
    StringBuilder order = new StringBuilder();
    Schedule.run(
        seed,
        THREADS,
        thread -> {
          for (int i = 0; i < STEPS; i++) {
            order.append(thread);
            Pauses.stepEnded();
          }
        });
    return order.toString();
  }

  @Test
  void run_sameSeed_playsTheSame() throws Throwable {
    List<String> orders = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      String order = played(seed);
      assertEquals(order, played(seed), "order of seed " + seed);
      assertEquals(THREADS * STEPS, order.length());
      orders.add(order);
    }
    assertTrue(orders.stream().distinct().count() > 10, orders::toString);
  }

  @Test
  void run_eachWaitsForTheOther_fails() {
    boolean[] done = new boolean[2];
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                Schedule.run(
                    1,
                    2,
                    thread -> {
                      while (!done[1 - thread]) {
                        Pauses.backOff(0);
                      }
                      done[thread] = true;
                    }));
    assertTrue(failure.getMessage().contains("does not end"), failure::getMessage);
  }

  @Test
  void run_oneFails_throwsWhatItThrew() {
    IllegalStateException thrown = new IllegalStateException("expected");
    Throwable failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                Schedule.run(
                    1,
                    2,
                    thread -> {
                      if (thread == 1) {
                        throw thrown;
                      }
                    }));
    assertEquals(thrown, failure);
  }
}
