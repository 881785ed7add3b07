package dev.madtree.masstree;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One hunter on the tree that stands on the class path, in a process of its own, since a tree with
 * a seeded bug may hang. The last line that it prints begins with {@link #REPORT}.
 */
public final class SabotageHunt {

  /** What the report begins with. */
  public static final String REPORT = "sabotage hunt: ";

  /** The exit status of a hunter that found nothing. */
  public static final int NOTHING = 0;

  /** The exit status of a hunter that found something wrong. */
  public static final int CAUGHT = 3;

  /** The exit status of a hunter that did not come back. */
  public static final int HUNG = 4;

  /** The exit status of a hunter that could not be loaded with the copy. */
  public static final int BROKEN = 5;

  private static final Pattern SEED = Pattern.compile("\\bseed (\\d+)");

  private SabotageHunt() {}

  /**
   * Sends out a hunter.
   *
   * @param args its name, the first seed, the seconds it has, the seconds until it is said to hang
   */
  public static void main(String[] args) throws InterruptedException {
    long seed = Long.parseLong(args[1]);
    long millis = 1000 * Long.parseLong(args[2]);
    Pauses.seed(seed);
    Throwable[] found = new Throwable[1];
    Thread thread =
        new Thread(
            () -> {
              try {
                Hunter.hunt(args[0], seed, System.nanoTime() + millis * 1_000_000);
              } catch (Throwable thrown) {
                found[0] = thrown;
              }
            },
            "hunter");
    thread.setDaemon(true);
    thread.start();
    thread.join(1000 * Long.parseLong(args[3]));
    if (thread.isAlive()) {
      showThreads();
      end(HUNG, "a call does not end, seed " + seed);
    }
    if (found[0] != null) {
      found[0].printStackTrace();
      if (isBroken(found[0])) {
        end(BROKEN, "the hunter could not run: " + found[0]);
      }
      end(CAUGHT, describe(found[0], seed));
    }
    end(NOTHING, "nothing");
  }

  /** Whether classes are missing or do not fit together, which is no finding. */
  private static boolean isBroken(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof LinkageError || at instanceof ReflectiveOperationException) {
        return true;
      }
    }
    return false;
  }

  /** The first lines of what was thrown and of its causes, and a seed if none of them has one. */
  private static String describe(Throwable thrown, long seed) {
    StringBuilder text = new StringBuilder();
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      text.append(text.isEmpty() ? "" : " < ");
      text.append(String.valueOf(at.getMessage() == null ? at : at.getMessage()).lines().toList());
    }
    Matcher named = SEED.matcher(text);
    return text + (named.find() ? "" : ", seed " + seed);
  }

  private static void showThreads() {
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      System.out.println(thread.getKey());
      for (StackTraceElement frame : thread.getValue()) {
        System.out.println("  at " + frame);
      }
    }
  }

  private static void end(int status, String report) {
    System.out.println(REPORT + report);
    System.out.flush();
    Runtime.getRuntime().halt(status);
  }
}
