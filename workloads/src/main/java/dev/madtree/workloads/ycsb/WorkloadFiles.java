package dev.madtree.workloads.ycsb;

import dev.madtree.workloads.mix.Workload;
import dev.madtree.workloads.settings.ConfigurationException;
import dev.madtree.workloads.settings.NearestName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Workload files by path, or ours by name: {@code a} or {@code workloads/workloada}. */
final class WorkloadFiles {

  private static final String PREFIX = "workload";

  private WorkloadFiles() {}

  /**
   * Returns the file that a name stands for, written into a folder, until the program's end, if it
   * is one of ours.
   *
   * @throws ConfigurationException if there is no such file and none of ours of that name
   */
  static Path find(String name, Path folder) throws ConfigurationException, IOException {
    Path file = Path.of(name);
    if (Files.isRegularFile(file)) {
      return file;
    }
    Path last = file.getFileName();
    String bare = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    String label = bare.startsWith(PREFIX) ? bare.substring(PREFIX.length()) : bare;
    Optional<Workload> ours = Workload.named(label).filter(Workload::isForYcsb);
    if (ours.isEmpty()) {
      List<String> names =
          Arrays.stream(Workload.values())
              .filter(Workload::isForYcsb)
              .map(each -> PREFIX + each.label())
              .toList();
      throw new ConfigurationException(
          List.of(
              "-P: there is no file "
                  + name
                  + ", and "
                  + NearestName.explain("workload of ours", bare, names)));
    }
    Path copy = folder.resolve(PREFIX + ours.get().label());
    copy.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(copy)) {
      ours.get().properties().store(out, null);
    }
    return copy;
  }
}
