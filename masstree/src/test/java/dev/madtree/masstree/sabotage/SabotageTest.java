package dev.madtree.masstree.sabotage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.madtree.masstree.SabotageHunt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every seeded bug is caught, and the tree without one is not: who hunts a bug hunts the tree as it
 * is too. {@code -Dsabotage.tier=all} hunts all bugs, without it only the quick ones; {@code
 * -Dsabotage.only=NN} one of them; {@code -Dsabotage.seconds=N} is what each hunter has, and {@code
 * -Dsabotage.seed=N} the first seed.
 */
class SabotageTest {

  private static final long SECONDS = Long.getLong("sabotage.seconds", 20);
  private static final long CONTROL_SECONDS = Math.min(SECONDS, 2);
  private static final long SEED = Long.getLong("sabotage.seed", 2012);
  private static final String ONLY = System.getProperty("sabotage.only", "");
  private static final boolean ALL = "all".equals(System.getProperty("sabotage.tier"));
  private static final int FEWEST = 30;

  /** What a hunter has that is expected to hang, and when it is said to. */
  private static final long HANG_SECONDS = Math.min(SECONDS, 4);

  private static final long HANG_PATIENCE = HANG_SECONDS + 6;
  private static final long PATIENCE = SECONDS + 60;
  private static final int SHOWN = 110;

  private static final Path BASE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path SOURCES = BASE.resolve(SabotagedSources.SOURCES);
  private static final Path TARGET = BASE.resolve("target/sabotage");

  private static final List<Catch> catches = new ArrayList<>();
  private static final Set<Path> compiled = new HashSet<>();

  /** A bug that was caught, by whom, and after how long, those before it counted. */
  private record Catch(Sabotage bug, String hunter, long millis) {}

  @BeforeAll
  static void requireSources() {
    assumeTrue(Files.isDirectory(SOURCES), "no sources at " + SOURCES);
    assumeTrue(ToolProvider.getSystemJavaCompiler() != null, "no Java compiler, run with a JDK");
  }

  private static List<Sabotage> bugs() throws IOException {
    return Sabotage.readAll(BASE.resolve(SabotagedSources.BUGS));
  }

  @Test
  void edits_ofEveryBug_meetTheSourcesOnce() throws IOException {
    SourceCopy sources = SourceCopy.read(SOURCES);
    List<Sabotage> bugs = bugs();
    assertFalse(bugs.size() < FEWEST, () -> bugs.size() + " seeded bugs");
    for (Sabotage bug : bugs) {
      bug.applyTo(sources.copy());
    }
    System.out.println("SabotageTest: " + bugs.size() + " seeded bugs fit the sources");
  }

  @TestFactory
  Stream<DynamicTest> everyBug_hunted_isCaught() throws IOException {
    SourceCopy sources = SourceCopy.read(SOURCES);
    List<Sabotage> chosen = bugs().stream().filter(SabotageTest::isChosen).toList();
    assertFalse(chosen.isEmpty(), "no seeded bug " + ONLY);
    List<String> hunters =
        chosen.stream().flatMap(bug -> bug.hunters().stream()).distinct().sorted().toList();
    Stream<DynamicTest> control =
        hunters.stream()
            .map(
                hunter ->
                    DynamicTest.dynamicTest("no bug, " + hunter, () -> pass(sources, hunter)));
    Stream<DynamicTest> hunts =
        chosen.stream().map(bug -> DynamicTest.dynamicTest(bug + "", () -> hunt(sources, bug)));
    return Stream.concat(control, hunts);
  }

  private static boolean isChosen(Sabotage bug) {
    return ONLY.isEmpty() ? ALL || bug.quick() : ONLY.equals(bug.number());
  }

  /** Lets a hunter look at the tree as it is. */
  private static void pass(SourceCopy sources, String hunter) throws Exception {
    Path folder = TARGET.resolve("control");
    Path classes = compile(sources, folder, hunter);
    Path log = folder.resolve(hunter + ".log");
    HuntProcess.Outcome outcome =
        HuntProcess.hunt(classes, hunter, SEED, CONTROL_SECONDS, PATIENCE, log);
    assertEquals(
        SabotageHunt.NOTHING,
        outcome.status(),
        () -> hunter + " on the tree without a seeded bug: " + outcome.report() + ", see " + log);
  }

  private static void hunt(SourceCopy sources, Sabotage bug) throws Exception {
    SourceCopy copy = sources.copy();
    bug.applyTo(copy);
    Path folder = TARGET.resolve(bug.toString());
    long seconds = bug.hangs() ? HANG_SECONDS : SECONDS;
    long patience = bug.hangs() ? HANG_PATIENCE : PATIENCE;
    long millis = 0;
    for (String hunter : bug.hunters()) {
      Path classes = compile(copy, folder, hunter);
      Path log = folder.resolve(hunter + ".log");
      HuntProcess.Outcome outcome = HuntProcess.hunt(classes, hunter, SEED, seconds, patience, log);
      millis += outcome.millis();
      boolean hung = outcome.status() == SabotageHunt.HUNG;
      if (hung && !bug.hangs()) {
        fail(bug + ": " + hunter + " hangs, which is not what this bug does; see " + log);
      }
      if (hung || outcome.status() == SabotageHunt.CAUGHT) {
        catches.add(new Catch(bug, hunter, millis));
        System.out.printf(
            Locale.ROOT,
            "%s: caught by %s%s in %.1f s: %s%n",
            bug,
            hunter,
            hung ? " (time-out)" : "",
            millis / 1e3,
            shorten(outcome.report()));
        return;
      }
      assertEquals(SabotageHunt.NOTHING, outcome.status(), "status of " + hunter + ", see " + log);
    }
    fail(bug + " was not caught by " + bug.hunters() + ": " + bug.takesOut() + ", see " + folder);
  }

  private static String shorten(String report) {
    int seed = report.lastIndexOf("seed ");
    String shown = report.length() <= SHOWN ? report : report.substring(0, SHOWN) + "…";
    return seed < SHOWN - 10 ? shown : shown + " " + report.substring(seed).split("[],:;]")[0];
  }

  /** Compiles a copy for a hunter, with pauses if it needs them, unless another one has. */
  private static Path compile(SourceCopy sources, Path folder, String hunter) throws IOException {
    boolean paused = hunter.startsWith("paused-") || hunter.startsWith("scheduled-");
    Path classes = folder.resolve(paused ? "paused" : "plain");
    SourceCopy copy = sources.copy();
    if (paused) {
      copy.addPauses();
    }
    if (compiled.add(classes)) {
      copy.compile(SOURCES, HuntProcess.tests().toString(), classes);
    }
    return classes;
  }

  @AfterAll
  static void printTable() {
    if (catches.isEmpty()) {
      return;
    }
    System.out.printf("%nSabotageTest seed %d, %d s a hunter%n", SEED, SECONDS);
    for (Catch caught : catches) {
      System.out.printf(
          Locale.ROOT,
          "%-44s %-20s %6.1f s  without %s%n",
          caught.bug(),
          caught.hunter(),
          caught.millis() / 1e3,
          caught.bug().takesOut());
    }
    List<Catch> sorted = catches.stream().sorted(Comparator.comparingLong(Catch::millis)).toList();
    System.out.printf(
        Locale.ROOT,
        "%d caught, median %.1f s, longest %.1f s%n",
        sorted.size(),
        sorted.get(sorted.size() / 2).millis() / 1e3,
        sorted.get(sorted.size() - 1).millis() / 1e3);
  }
}
