package dev.madtree.workloads.cli;

import dev.madtree.results.EnvironmentRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what about the machine disturbs measurements. */
@Command(name = "doctor", description = "Say what about this machine disturbs measurements.")
public final class DoctorCommand implements Callable<Integer> {

  private static final double MIB = 1024 * 1024;

  @Spec private CommandSpec spec;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "${env:MADTREE_RESULTS:-results}",
      description = "Where records lie.")
  private Path results;

  @Option(names = "--strict", description = "End with status 3 if something disturbs.")
  private boolean strict;

  private int disturbances;

  /** Makes the command. */
  public DoctorCommand() {}

  @Override
  public Integer call() throws IOException {
    EnvironmentRecord machine = EnvironmentRecord.capture();
    tell(
        machine.cores() >= 2,
        machine.cpuModel() + ", " + machine.cores() + " cores",
        "one core: a second thread only takes turns with the first");
    tell(
        Double.isNaN(machine.smtThreadsPerCore()) || machine.smtThreadsPerCore() < 2,
        "hardware threads a core: " + text(machine.smtThreadsPerCore()),
        "two threads may share one core, and then slow each other down");
    tell(
        Double.isNaN(machine.cpuLimit()),
        "processor limit: " + (Double.isNaN(machine.cpuLimit()) ? "none" : machine.cpuLimit()),
        "the container throttles: time is taken away in slices");
    tell(
        machine.memoryMb() >= 4096 || Double.isNaN(machine.memoryMb()),
        "memory: " + text(machine.memoryMb()) + " MiB",
        "too little for a heap of 2 GiB beside the system");
    tell(
        machine.governor().equals("performance"),
        "frequency governor: " + machine.governor(),
        machine.governor().equals(EnvironmentRecord.NOT_OBSERVABLE)
            ? "the frequency may change unseen"
            : "the frequency changes with load; set it to performance");
    tell(
        machine.virtualization().toLowerCase(Locale.ROOT).startsWith("no"),
        "virtualization: " + machine.virtualization(),
        "other guests may take time; look at steal in forks.csv");
    tell(
        !machine.thp().equals("always"),
        "transparent huge pages: " + machine.thp(),
        "a background thread copies pages while forks run");
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    tell(
        load >= 0 && load < 0.3,
        "load now: " + (load < 0 ? "not observable" : text(load)),
        "something else runs; end it, or wait");
    tellSpace();
    tell(
        Runtime.version().feature() >= 17,
        "JVM: " + machine.jvmVendor() + " " + machine.jvmVersion(),
        "17 or later is needed");
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        disturbances == 0
            ? "nothing disturbs that can be seen"
            : disturbances + " of these disturb; rounds, intervals and noise marks account for it");
    out.flush();
    return strict && disturbances > 0 ? ExitStatus.UNFIT : ExitStatus.DONE;
  }

  private void tellSpace() throws IOException {
    Path there = results.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    double freeMb = Files.getFileStore(there).getUsableSpace() / MIB;
    tell(
        freeMb > 1024,
        String.format(Locale.ROOT, "free space for results: %.0f MiB", freeMb),
        "traces and logs of a large campaign may not fit");
  }

  private void tell(boolean fit, String what, String whenNot) {
    if (!fit) {
      disturbances++;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println((fit ? "  ok    " : "  note  ") + what + (fit ? "" : " – " + whenNot));
  }

  private static String text(double figure) {
    return Double.isNaN(figure)
        ? EnvironmentRecord.NOT_OBSERVABLE
        : String.format(Locale.ROOT, figure == Math.rint(figure) ? "%.0f" : "%.2f", figure);
  }
}
