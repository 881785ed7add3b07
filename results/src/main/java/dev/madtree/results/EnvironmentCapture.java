package dev.madtree.results;

import static dev.madtree.results.EnvironmentRecord.NOT_OBSERVABLE;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills an {@link EnvironmentRecord} from what the system and the JVM show. */
final class EnvironmentCapture {
  private static final String CPU = "sys/devices/system/cpu/cpu0/";
  private static final double KB_PER_MB = 1024;
  private static final double BYTES_PER_MB = 1024 * 1024;

  private final SystemFiles files;

  EnvironmentCapture(Path root) {
    this.files = new SystemFiles(root);
  }

  EnvironmentRecord capture() {
    RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
    return new EnvironmentRecord(
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        smtThreadsPerCore(),
        lastLevelCacheMb(),
        SystemFiles.number(files.entry("proc/meminfo", "MemTotal")) / KB_PER_MB,
        memoryLimitMb(),
        cpuLimit(),
        operatingSystem(),
        files.text("proc/sys/kernel/osrelease").orElse(System.getProperty("os.version")),
        System.getProperty("os.arch"),
        virtualization(),
        files.text(CPU + "cpufreq/scaling_governor").orElse(NOT_OBSERVABLE),
        frequency(),
        temperature(),
        thp(),
        jvm.getVmVendor(),
        jvm.getVmName(),
        System.getProperty("java.runtime.version", jvm.getVmVersion()),
        flags(jvm.getInputArguments()));
  }

  /** The JVM's flags without our own properties, which say where this run keeps its files. */
  private static List<String> flags(List<String> arguments) {
    return arguments.stream().filter(each -> !each.startsWith("-Dmadtree.")).toList();
  }

  private String cpuModel() {
    return files
        .entry("proc/cpuinfo", "model name")
        .or(() -> files.entry("proc/cpuinfo", "Model"))
        .or(() -> files.entry("proc/cpuinfo", "CPU part").map(part -> "CPU part " + part))
        .orElse(NOT_OBSERVABLE);
  }

  private double smtThreadsPerCore() {
    double threads = SystemFiles.number(files.entry("proc/cpuinfo", "siblings"));
    return threads / SystemFiles.number(files.entry("proc/cpuinfo", "cpu cores"));
  }

  private double lastLevelCacheMb() {
    double largest = Double.NaN;
    for (int index = 0; ; index++) {
      Optional<String> size = files.text(CPU + "cache/index" + index + "/size");
      if (size.isEmpty()) {
        return largest;
      }
      double megabytes = SystemFiles.number(size.map(t -> t.replace("K", ""))) / KB_PER_MB;
      largest = Double.isNaN(largest) ? megabytes : Math.max(largest, megabytes);
    }
  }

  private double memoryLimitMb() {
    return SystemFiles.number(files.text("sys/fs/cgroup/memory.max")) / BYTES_PER_MB;
  }

  private double cpuLimit() {
    String[] quotaAndPeriod = files.text("sys/fs/cgroup/cpu.max").orElse("max").split("\\s+");
    if (quotaAndPeriod.length < 2) {
      return Double.NaN;
    }
    return SystemFiles.number(Optional.of(quotaAndPeriod[0]))
        / SystemFiles.number(Optional.of(quotaAndPeriod[1]));
  }

  private String operatingSystem() {
    return files.lines("etc/os-release").stream()
        .filter(line -> line.startsWith("PRETTY_NAME="))
        .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
        .findFirst()
        .orElse(System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }

  private String virtualization() {
    Optional<String> flags = files.entry("proc/cpuinfo", "flags");
    if (flags.isEmpty()) {
      return NOT_OBSERVABLE;
    }
    String vendor = files.text("sys/class/dmi/id/sys_vendor").map(v -> " (" + v + ")").orElse("");
    return flags.get().contains("hypervisor") ? "virtual machine" + vendor : "none seen";
  }

  private String frequency() {
    double kilohertz = SystemFiles.number(files.text(CPU + "cpufreq/scaling_cur_freq"));
    return Double.isNaN(kilohertz)
        ? NOT_OBSERVABLE
        : String.format(Locale.ROOT, "%.0f MHz", kilohertz / 1000);
  }

  private String temperature() {
    double thousandths = SystemFiles.number(files.text("sys/class/thermal/thermal_zone0/temp"));
    return Double.isNaN(thousandths)
        ? NOT_OBSERVABLE
        : String.format(Locale.ROOT, "%.0f °C", thousandths / 1000);
  }

  /** The file lists all modes with the present one in brackets: {@code always [madvise] never}. */
  private String thp() {
    String modes = files.text("sys/kernel/mm/transparent_hugepage/enabled").orElse("");
    int open = modes.indexOf('[');
    int close = modes.indexOf(']');
    return open >= 0 && close > open ? modes.substring(open + 1, close) : NOT_OBSERVABLE;
  }
}
