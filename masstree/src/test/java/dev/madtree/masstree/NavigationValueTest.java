package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Navigation returns a value that the key had while it was the one to find. */
class NavigationValueTest {

  private static final int ROUNDS = Integer.getInteger("navigation.rounds", 200_000);
  private static final byte[] NEAR = "a".getBytes(US_ASCII);
  private static final byte[] FAR = "prefix01x".getBytes(US_ASCII);
  private static final byte[] ROOMMATE = "prefix01z".getBytes(US_ASCII);

  @Test
  void floor_pastALayerWithoutAnswer_returnsNoValueFromBefore() throws Exception {
    for (boolean inline : new boolean[] {false, true}) {
      Subject subject =
          inline ? new InlineSubject(Fanout.SMALL) : new ReferenceSubject(Fanout.SMALL);
      subject.put(NEAR, 1);
      subject.put(FAR, 0);
      subject.put(ROOMMATE, 0);
      AtomicBoolean done = new AtomicBoolean();
      Team.run(
          2,
          thread -> {
            try {
              return thread == 0 ? write(subject) : read(subject, done);
            } finally {
              done.set(true);
            }
          });
    }
  }

  /** While the nearer key is absent, the other one's value is 2. */
  private static long write(Subject subject) {
    for (int round = 0; round < ROUNDS; round++) {
      subject.put(NEAR, 2);
      subject.remove(FAR);
      subject.put(FAR, 0);
      subject.put(NEAR, 1);
    }
    return ROUNDS;
  }

  private static long read(Subject subject, AtomicBoolean done) {
    long reads = 0;
    for (; !done.get(); reads++) {
      Entry<Long> floor = subject.floor(FAR);
      if (floor.key().length == NEAR.length) {
        assertEquals(2L, floor.value(), "value of the lower key while the nearer one was absent");
      }
    }
    return reads;
  }
}
