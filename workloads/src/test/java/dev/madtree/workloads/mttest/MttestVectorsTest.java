package dev.madtree.workloads.mttest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the original's programs ask, number by number. */
class MttestVectorsTest {

  @Test
  void random_firstSeeds_drawWhatTheOriginalDraws() {
    assertArrayEquals(
        new int[] {
          2119194792, 1981053180, 672661991, 408748863, 182576274, 61126767, 1185505325, 1475168309
        },
        drawn(0));
    assertArrayEquals(
        new int[] {
          1709344537, 1983379408, 30023505, 480176787, 447999066, 268949658, 1352286818, 1886291013
        },
        drawn(1));
    assertArrayEquals(drawn(1), drawn(49));
  }

  private static int[] drawn(int client) {
    ClientRandom random = ClientRandom.ofClient(client);
    return IntStream.range(0, 8).map(i -> random.next()).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "mttest:rw3, 3, P0 P1 P2 G0 G1 G2",
    "mttest:rw4, 2, P2147483647 P2147483646 G2147483647 G2147483646",
    "mttest:same, 10, P2 P0 P1 P3 P4 P7 P5 P9 P1 P0",
    "mttest:rwsmall24, 8, P21 G7 G20 G7 G2 G13 G21 G6",
    "mttest:wscale, 2, P2119194792 P1981053180",
    "mttest:uscale, 2, P19194792 P21053180",
    "mttest:rw2, 12, P193770536 G193770536 G193770536 P2848206297 P1207674762 P3862110523"
        + " G3862110523 G193770536 G193770536 G1207674762 G3862110523 P2221578988"
  })
  void program_firstClient_asksWhatTheOriginalAsks(String label, long limit, String expected) {
    MttestWorkload workload = MttestWorkload.named(label).orElseThrow();
    assertEquals(expected, RecordingClient.of(workload, 0, limit).text());
  }

  @Test
  void rw1fixed_firstPuts_haveAtMostEightDigits() {
    String text = RecordingClient.of(MttestWorkload.RW1FIXED, 0, 5).text();
    assertEquals("P19194792 P81053180 P72661991 P8748863 P82576274", text.split(" G")[0]);
  }

  @Test
  void rw1_getsOfTen_comeInTheOriginalsOrder() {
    assertArrayEquals(
        new long[] {
          672661991,
          61126767,
          1475168309,
          892639040,
          2119194792,
          408748863,
          1981053180,
          1185505325,
          182576274,
          2070938821
        },
        PutsThenGets.shuffled(ClientRandom.ofClient(0), ClientRandom::next, 10));
  }

  @ParameterizedTest
  @CsvSource({"RW2, 500157, 499843", "RW2G90, 98120, 901880", "RW2G98, 18925, 981075"})
  void rw2_aMillionOperations_mixAsTheOriginalDoes(MttestWorkload test, long puts, long gets) {
    RecordingClient client = RecordingClient.of(test, 0, 1_000_000);
    assertEquals(puts, client.puts());
    assertEquals(gets, client.gets());
  }

  @Test
  void rwsep24_secondClient_asksForKeysOfItsOwn() {
    String text = RecordingClient.of(MttestWorkload.RWSEP24, 1, 8).text();
    String loaded =
        IntStream.range(1_000_056, 1_000_112)
            .mapToObj(key -> "P" + key)
            .collect(Collectors.joining(" "));
    assertEquals(loaded, text.substring(0, loaded.length()));
    for (String operation : text.substring(loaded.length() + 1).split(" ")) {
      long key = Long.parseLong(operation.substring(1));
      assertTrue(key >= 1_000_056 && key < 1_000_080, operation);
    }
  }

  @Test
  void key_eightDigits_isPaddedAndMayBeLonger() {
    assertEquals("00000042", text(MttestWorkload.RW3.key(42)));
    assertEquals("2147483647", text(MttestWorkload.RW4.key(Integer.MAX_VALUE)));
    assertEquals("0", text(MttestWorkload.SAME.key(0)));
    assertEquals("2147483648", text(MttestWorkload.value(Integer.MAX_VALUE + 1L)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
