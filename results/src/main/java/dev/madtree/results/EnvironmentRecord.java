package dev.madtree.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * The machine, its system and its JVM, as {@code environment.json} keeps them. What cannot be seen
 * says {@link #NOT_OBSERVABLE}, or NaN.
 *
 * @param cpuModel the processor's name
 * @param cores the processors the JVM may use
 * @param smtThreadsPerCore hardware threads of a core, NaN if it cannot be seen
 * @param lastLevelCacheMb the largest cache of the first processor in MiB, NaN if it cannot be seen
 * @param memoryMb the machine's memory in MiB, NaN if it cannot be seen
 * @param memoryLimitMb the container's limit in MiB, NaN if there is none
 * @param cpuLimit the container's limit in processors, NaN if there is none
 * @param os the system's name and version
 * @param kernel the kernel's release
 * @param arch the architecture
 * @param virtualization whether a hypervisor is seen
 * @param governor the frequency governor of the first processor
 * @param frequency the processors' present frequency
 * @param temperature the processors' present temperature
 * @param thp the mode of transparent huge pages
 * @param jvmVendor the JVM's vendor
 * @param jvmName the JVM's name
 * @param jvmVersion the JVM's full version
 * @param jvmFlags the arguments of the JVM that asked
 */
public record EnvironmentRecord(
    String cpuModel,
    int cores,
    double smtThreadsPerCore,
    double lastLevelCacheMb,
    double memoryMb,
    double memoryLimitMb,
    double cpuLimit,
    String os,
    String kernel,
    String arch,
    String virtualization,
    String governor,
    String frequency,
    String temperature,
    String thp,
    String jvmVendor,
    String jvmName,
    String jvmVersion,
    List<String> jvmFlags) {

  /** What stands in place of a text that the machine does not show. */
  public static final String NOT_OBSERVABLE = "not observable";

  private static final int DIGEST_DIGITS = 10;

  /** Checks that nothing is null and takes a copy of the list. */
  public EnvironmentRecord {
    Objects.requireNonNull(cpuModel, "cpuModel is missing");
    Objects.requireNonNull(os, "os is missing");
    Objects.requireNonNull(kernel, "kernel is missing");
    Objects.requireNonNull(arch, "arch is missing");
    Objects.requireNonNull(virtualization, "virtualization is missing");
    Objects.requireNonNull(governor, "governor is missing");
    Objects.requireNonNull(frequency, "frequency is missing");
    Objects.requireNonNull(temperature, "temperature is missing");
    Objects.requireNonNull(thp, "thp is missing");
    Objects.requireNonNull(jvmVendor, "jvmVendor is missing");
    Objects.requireNonNull(jvmName, "jvmName is missing");
    Objects.requireNonNull(jvmVersion, "jvmVersion is missing");
    jvmFlags = List.copyOf(Objects.requireNonNull(jvmFlags, "jvmFlags is missing"));
  }

  /**
   * Looks at the machine and the JVM that run this. Starts no command.
   *
   * @return what can be seen
   */
  public static EnvironmentRecord capture() {
    return new EnvironmentCapture(Path.of("/")).capture();
  }

  /**
   * Returns a digest by which campaigns of the same machine, system and JVM are told. Flags,
   * frequency and temperature, which change from run to run, are no part of it.
   *
   * @return ten hexadecimal digits
   */
  public String envId() {
    String identity =
        String.join(
            "\n",
            cpuModel,
            Integer.toString(cores),
            Long.toString(Math.round(memoryMb / 1024)),
            Double.toString(memoryLimitMb),
            Double.toString(cpuLimit),
            os,
            kernel,
            arch,
            governor,
            thp,
            jvmVendor,
            jvmName,
            jvmVersion);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * Reads {@code environment.json}.
   *
   * @param file the file
   * @return what it says
   * @throws IOException if it cannot be read or does not describe an environment
   */
  public static EnvironmentRecord read(Path file) throws IOException {
    return Json.read(file, EnvironmentRecord.class);
  }

  /**
   * Replaces {@code environment.json}.
   *
   * @param file the file
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    Json.write(file, this);
  }
}
