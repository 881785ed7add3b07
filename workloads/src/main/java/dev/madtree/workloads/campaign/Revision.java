package dev.madtree.workloads.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The revision of the source tree that a folder lies in, as git tells it. */
final class Revision {

  private Revision() {}

  /** Returns the short revision, with {@code -dirty} if files differ, or {@code unknown}. */
  static String of(Path folder) {
    try {
      String revision = git(folder, "rev-parse", "--short=8", "HEAD");
      if (!revision.matches("[0-9a-f]{4,40}")) {
        return "unknown";
      }
      String changed = git(folder, "status", "--porcelain", "--untracked-files=no");
      return changed.isEmpty() ? revision : revision + "-dirty";
    } catch (IOException noGit) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  private static String git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : "";
  }
}
