package dev.madtree.workloads.ycsb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** YCSB's client as a child process, whose lines are passed on and judged. */
final class ClientRun {

  private final PrintWriter out;
  private final PrintWriter err;

  ClientRun(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** What a client printed, and its exit status, which only tells a refusal. */
  record Ended(int status, ClientOutput output) {}

  /**
   * Runs a client to its end.
   *
   * @param jvmArguments what the JVM is given before the class
   * @param arguments as YCSB takes them
   * @param exportFile where YCSB writes its results instead of printing them
   */
  Ended run(List<String> jvmArguments, List<String> arguments, Optional<Path> exportFile)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ClientProcess.class.getName());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).start();
    // A client must not outlive whoever ends this program.
    Thread ending = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      process.getOutputStream().close();
      ClientOutput output = new ClientOutput();
      Thread errors = new Thread(() -> pass(process.getErrorStream(), err, line -> {}));
      errors.start();
      pass(process.getInputStream(), out, output::add);
      errors.join();
      int status = process.waitFor();
      if (exportFile.isPresent() && Files.isRegularFile(exportFile.get())) {
        Files.readAllLines(exportFile.get()).forEach(output::add);
      }
      return new Ended(status, output);
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(ending);
    }
  }

  private static void pass(InputStream in, PrintWriter to, Consumer<String> also) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        to.println(line);
        to.flush();
        also.accept(line);
      }
    } catch (IOException e) {
      // The pipe breaks when the process is ended; its status tells.
      to.flush();
    }
  }
}
