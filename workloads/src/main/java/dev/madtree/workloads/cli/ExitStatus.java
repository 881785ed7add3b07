package dev.madtree.workloads.cli;

/** What the program's exit status says. */
public final class ExitStatus {

  /** Everything was done. */
  public static final int DONE = 0;

  /** The command line or a configuration was wrong; nothing was done. */
  public static final int USAGE = 2;

  /** The machine is unfit, and the user wanted to be strict. */
  public static final int UNFIT = 3;

  /** The campaign ran to its end, but some cells failed. */
  public static final int WITH_FAILURES = 4;

  /** Somebody pressed Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
