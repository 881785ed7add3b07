package dev.madtree.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The revision of the sources. */
public final class GitRevision {
  /** What stands for the revision where git or the repository is missing. */
  public static final String UNKNOWN = "unknown";

  private static final long TIMEOUT_S = 10;
  private static final int DIGITS = 10;

  private GitRevision() {}

  /**
   * Asks git for the revision of a folder.
   *
   * @param folder a folder of the repository
   * @return the commit's first ten digits, with {@code -dirty} if files were changed or added, or
   *     {@link #UNKNOWN}
   */
  public static String of(Path folder) {
    return ask(folder, "rev-parse", "--verify", "HEAD")
        .filter(commit -> commit.length() >= DIGITS)
        .flatMap(
            commit ->
                ask(folder, "status", "--porcelain")
                    .map(
                        changes ->
                            commit.substring(0, DIGITS) + (changes.isEmpty() ? "" : "-dirty")))
        .orElse(UNKNOWN);
  }

  private static Optional<String> ask(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process process = null;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      InputStream output = process.getInputStream();
      // Read aside, so that a git that neither speaks nor ends cannot hold the campaign.
      CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> drain(output));
      boolean ended = process.waitFor(TIMEOUT_S, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0
          ? Optional.of(answer.get(TIMEOUT_S, TimeUnit.SECONDS).strip())
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException | ExecutionException | TimeoutException e) {
      return Optional.empty();
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  private static String drain(InputStream output) {
    try {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
