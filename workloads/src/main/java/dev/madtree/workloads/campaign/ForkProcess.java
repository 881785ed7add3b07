package dev.madtree.workloads.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A fork's process: its output goes to a log with a cap, and a watchdog ends it when it takes too
 * long or falls silent.
 */
final class ForkProcess {

  /** How a process ended: its exit status, or why it was ended. */
  record End(int status, String stoppedBecause) {}

  private static final long LOG_CAP_BYTES = 1 << 20;
  private static final long GRACE_MS = 1500;

  private final Process process;
  private final Path log;
  private final Thread drain;
  private volatile long lastSignNs = System.nanoTime();

  private ForkProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.drain = new Thread(this::drain, "output of a fork");
    drain.setDaemon(true);
  }

  /** Starts a fork; the log begins with its command line. */
  static ForkProcess start(List<String> command, Path log) throws IOException {
    Files.writeString(log, String.join(" ", command) + "\n");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    ForkProcess fork = new ForkProcess(process, log);
    fork.drain.start();
    return fork;
  }

  /**
   * Waits for the end.
   *
   * @param timeoutS the most that the fork may take, and, halved, the longest silence
   */
  End await(double timeoutS) throws InterruptedException {
    long begin = System.nanoTime();
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      double seconds = (System.nanoTime() - begin) / 1e9;
      double silence = (System.nanoTime() - lastSignNs) / 1e9;
      if (seconds > timeoutS || silence > Math.max(1, timeoutS / 2)) {
        String why =
            String.format(
                Locale.ROOT,
                "stopped after %.1f s, the last sign of life %.1f s ago; thread dump in %s",
                seconds,
                silence,
                log.getFileName());
        dumpThreads();
        stop();
        drain.join(GRACE_MS);
        return new End(-1, why);
      }
    }
    drain.join(GRACE_MS);
    return new End(process.exitValue(), "");
  }

  /** Ends the process now. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(GRACE_MS, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Asks the JVM to print what its threads do; it goes to the log as all its output does. */
  private void dumpThreads() throws InterruptedException {
    try {
      Process kill =
          new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(GRACE_MS, TimeUnit.MILLISECONDS);
      Thread.sleep(GRACE_MS / 3);
    } catch (IOException noSuchCommand) {
      // A system without kill has no dump; the fork is ended all the same.
      lastSignNs = System.nanoTime();
    }
  }

  private void drain() {
    byte[] buffer = new byte[8192];
    long kept = 0;
    try (InputStream in = process.getInputStream();
        OutputStream out = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        lastSignNs = System.nanoTime();
        if (kept < LOG_CAP_BYTES) {
          out.write(buffer, 0, n);
          out.flush();
          kept += n;
          if (kept >= LOG_CAP_BYTES) {
            out.write("\n[more output was dropped]\n".getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    } catch (IOException streamClosed) {
      // The process was ended while it was writing; what came before is in the log.
      lastSignNs = System.nanoTime();
    }
  }
}
