package dev.madtree.workloads.replay;

import dev.madtree.results.ForkRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** What the program of every fork does around its measuring, and how it shows that it lives. */
public final class Fork {

  private Fork() {}

  /**
   * Does what a specification says, leaves the record, and ends the JVM. The status is 0 whenever a
   * record is left, of a failure too.
   *
   * @param arguments the file of the specification
   * @param measuring makes the record; it throws nothing
   */
  public static void run(String[] arguments, Function<ReplaySpec, ForkRecord> measuring)
      throws IOException {
    ReplaySpec spec = ForkRecords.readSpec(Path.of(arguments[0]));
    ForkRecord record = measuring.apply(spec);
    ForkRecords.write(Path.of(spec.result()), record);
    say("done: " + record.status() + " " + record.error());
    // A structure may have left threads behind that are no daemons.
    System.exit(0);
  }

  /** Prints a line at once: whoever watches the fork takes it for a sign of life. */
  public static void say(String what) {
    System.out.println(what);
    System.out.flush();
  }
}
