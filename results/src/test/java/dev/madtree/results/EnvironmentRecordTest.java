package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentRecordTest {
  @TempDir Path root;

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void capture_linux_readsWhatTheSystemShows() throws IOException {
    write(
        "proc/cpuinfo",
        "processor\t: 0\nmodel name\t: Fast 9000 @ 3.00GHz\nsiblings\t: 8\ncpu cores\t: 4\n"
            + "flags\t\t: fpu hypervisor\n");
    write("proc/meminfo", "MemTotal:       16777216 kB\n");
    write("proc/sys/kernel/osrelease", "6.1.0-9\n");
    write("etc/os-release", "NAME=x\nPRETTY_NAME=\"Some Linux 12\"\n");
    write("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "2995123\n");
    write("sys/devices/system/cpu/cpu0/cache/index0/size", "48K\n");
    write("sys/devices/system/cpu/cpu0/cache/index1/size", "32768K\n");
    write("sys/fs/cgroup/memory.max", "1073741824\n");
    write("sys/fs/cgroup/cpu.max", "150000 100000\n");

    EnvironmentRecord seen = new EnvironmentCapture(root).capture();
    assertEquals("Fast 9000 @ 3.00GHz", seen.cpuModel());
    assertEquals(2, seen.smtThreadsPerCore());
    assertEquals(32, seen.lastLevelCacheMb());
    assertEquals(16384, seen.memoryMb());
    assertEquals(1024, seen.memoryLimitMb());
    assertEquals(1.5, seen.cpuLimit());
    assertEquals("Some Linux 12", seen.os());
    assertEquals("6.1.0-9", seen.kernel());
    assertEquals("virtual machine", seen.virtualization());
    assertEquals("performance", seen.governor());
    assertEquals("2995 MHz", seen.frequency());
    assertEquals("madvise", seen.thp());
  }

  @Test
  void capture_nothingToSee_saysSo() {
    EnvironmentRecord seen = new EnvironmentCapture(root).capture();
    assertEquals("not observable", seen.cpuModel());
    assertEquals("not observable", seen.governor());
    assertEquals("not observable", seen.frequency());
    assertEquals("not observable", seen.temperature());
    assertTrue(Double.isNaN(seen.memoryMb()));
  }

  @Test
  void write_thisMachine_readsBackEqualWithTheSameDigest() throws IOException {
    Path file = root.resolve("environment.json");
    EnvironmentRecord here = EnvironmentRecord.capture();
    here.write(file);
    assertEquals(here, EnvironmentRecord.read(file));
    assertEquals(here.envId(), EnvironmentRecord.read(file).envId());
    assertTrue(here.envId().matches("[0-9a-f]{10}"));
    assertNotEquals(here.envId(), new EnvironmentCapture(root).capture().envId());
  }

  @Test
  void read_badFile_saysWhatIsWrong() throws IOException {
    Path file = root.resolve("environment.json");
    for (String text : new String[] {"", "{", "[]", "{\"cores\": \"two\"}", "{}", "nonsense"}) {
      Files.writeString(file, text);
      IOException e = assertThrows(IOException.class, () -> EnvironmentRecord.read(file));
      assertTrue(e.getMessage().startsWith(file + ": is no EnvironmentRecord"), e.getMessage());
    }
  }

  @Test
  void gitRevision_ofNoRepository_isUnknown() {
    assertEquals("unknown", GitRevision.of(root));
    assertEquals("unknown", GitRevision.of(root.resolve("missing")));
  }

  @Test
  void gitRevision_ofRepository_marksChanges() throws Exception {
    if (!git("init", "-q") || !commit()) {
      return;
    }
    String clean = GitRevision.of(root);
    assertTrue(clean.matches("[0-9a-f]{10}"), clean);
    write("new", "file");
    assertEquals(clean + "-dirty", GitRevision.of(root));
  }

  private boolean commit() throws Exception {
    return git(
        "-c", "user.name=n", "-c", "user.email=e@x", "commit", "-q", "--allow-empty", "-m", "m");
  }

  private boolean git(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = root.toString();
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
