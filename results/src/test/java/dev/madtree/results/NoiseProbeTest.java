package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NoiseProbeTest {
  @TempDir Path root;

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void writeMachine(String cpu, String own, long pressureMicros, long throttledMicros)
      throws IOException {
    write("proc/stat", "cpu  " + cpu + "\ncpu0 1 2 3\n");
    write("proc/self/stat", "7 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 " + own + " 20 0 1\n");
    write("proc/pressure/cpu", "some avg10=1.00 avg60=1.00 avg300=1.00 total=" + pressureMicros);
    write("sys/fs/cgroup/cpu.stat", "usage_usec 5\nthrottled_usec " + throttledMicros + "\n");
  }

  @Test
  void between_twoReadings_tellsEachShare() throws IOException {
    NoiseProbe probe = new NoiseProbe(root, new SpinCalibration(() -> 1));
    writeMachine("100 0 0 900 0 0 0 0 50 0", "10 5 30 5", 1000, 0);
    NoiseProbe.Reading before = at(probe.read(), 0);
    writeMachine("150 10 10 960 20 5 5 40 70 0", "15 10 70 10", 501_000, 250_000);
    NoiseProbe.Reading after = at(probe.read(), 2e9);

    Disturbance seen = NoiseProbe.between(before, after);
    assertEquals(20, seen.stealPct(), 1e-9);
    // busy grew by 80 of 200 ticks, of which 55 are our own
    assertEquals(12.5, seen.foreignCpuPct(), 1e-9);
    assertEquals(25, seen.pressurePct(), 1e-9);
    assertEquals(12.5, seen.throttledPct(), 1e-9);
  }

  private static NoiseProbe.Reading at(NoiseProbe.Reading reading, double nanos) {
    return new NoiseProbe.Reading(
        nanos,
        reading.totalTicks(),
        reading.busyTicks(),
        reading.stealTicks(),
        reading.ownTicks(),
        reading.pressureNanos(),
        reading.throttledNanos());
  }

  @Test
  void between_nothingToSee_isMissingAndUnknown() {
    NoiseProbe probe = new NoiseProbe(root, new SpinCalibration(() -> 1));
    Disturbance seen = NoiseProbe.between(probe.read(), probe.read());
    assertTrue(Double.isNaN(seen.stealPct()) && Double.isNaN(seen.foreignCpuPct()));
    assertTrue(Double.isNaN(seen.pressurePct()) && Double.isNaN(seen.throttledPct()));
    ForkCounters counters = ForkCounters.NONE.with(seen, Double.NaN);
    assertEquals(Noise.UNKNOWN, NoiseRule.judge(counters, 1, 2).noise());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void probe_thisMachine_seesItself() {
    NoiseProbe probe = new NoiseProbe();
    NoiseProbe.Reading before = probe.read();
    double speed = probe.spin();
    Disturbance seen = NoiseProbe.between(before, probe.read());
    assertEquals(1, speed, "the first is the best so far");
    assertTrue(seen.stealPct() >= 0 && seen.stealPct() <= 100, seen.toString());
    assertTrue(NoiseProbe.involuntarySwitches(ProcessHandle.current().pid()) >= 0);
    assertTrue(Double.isNaN(NoiseProbe.involuntarySwitches(-1)));
  }

  @Test
  void spin_isRelativeToTheBestAfterTheFirstIsThrownAway() {
    Iterator<Double> speeds = List.of(9.0, 4.0, 2.0, 8.0, 6.0).iterator();
    SpinCalibration spin = new SpinCalibration(speeds::next);
    assertEquals(1, spin.relativeSpeed());
    assertEquals(0.5, spin.relativeSpeed());
    assertEquals(1, spin.relativeSpeed());
    assertEquals(0.75, spin.relativeSpeed());
  }

  @Test
  void judge_worstCounterDecides_andSaysWhy() {
    assertEquals(Noise.OK, judge(0, 0, 0, 1, 0).noise());
    NoiseRule.Judgement suspect = judge(2, 0, 0, 1, 0);
    assertEquals(Noise.SUSPECT, suspect.noise());
    assertEquals(List.of("steal 2.0 % is above 1.0 %"), suspect.reasons());
    NoiseRule.Judgement bad = judge(2, 0, 30, 0.5, 0);
    assertEquals(Noise.BAD, bad.noise());
    assertEquals(3, bad.reasons().size());
    assertEquals(Noise.SUSPECT, judge(0, 0, 0, 1, 1).noise());
    assertEquals(Noise.SUSPECT, judge(0, 50, 0, 1, 0).noise());
    ForkCounters pressed = counters(0, 50, 0, 1, 0);
    assertEquals(Noise.OK, NoiseRule.judge(pressed, 2, 2).noise(), "it waits for itself");
    assertFalse(NoiseRule.inWords().contains("%%"));
  }

  private static NoiseRule.Judgement judge(
      double steal, double pressure, double foreign, double spin, double throttled) {
    return NoiseRule.judge(counters(steal, pressure, foreign, spin, throttled), 1, 2);
  }

  private static ForkCounters counters(
      double steal, double pressure, double foreign, double spin, double throttled) {
    return ForkCounters.NONE.with(new Disturbance(steal, pressure, foreign, throttled), spin);
  }
}
