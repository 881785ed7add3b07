package dev.madtree.workloads.cli;

import dev.madtree.workloads.distributions.Distribution;
import dev.madtree.workloads.driver.Drivers;
import dev.madtree.workloads.imports.KnownConditions;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.settings.ConfigurationException;
import dev.madtree.workloads.settings.NearestName;
import dev.madtree.workloads.settings.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What the user says of imported figures, where their file does not. */
final class ImportOptions {

  private static final String MARK = " (imported)";

  @Option(names = "--structure", paramLabel = "NAME", description = "What was measured.")
  private String structure;

  @Option(
      names = "--workload",
      paramLabel = "NAME",
      description = "Under which workload, such as a; for jmh the benchmark's name if absent.")
  private String workload;

  @Option(
      names = "--distribution",
      paramLabel = "NAME",
      description =
          "Which keys were asked for. This and what follows: as in the campaign's cells"
              + " by the same driver under the workload, if that leaves no choice.")
  private String distribution;

  @Option(names = "--threads", paramLabel = "N", description = "How many threads asked.")
  private String threads;

  @Option(names = "--keys", paramLabel = "N", description = "How many records were loaded.")
  private String keys;

  @Option(names = "--key-shape", paramLabel = "NAME", description = "What keys looked like.")
  private String keyShape;

  @Option(names = "--value-size", paramLabel = "N", description = "The bytes of a value.")
  private String valueSize;

  private final List<String> problems = new ArrayList<>();

  /** Returns the name of what was measured, without a mark. */
  Optional<String> structure() {
    return Optional.ofNullable(structure)
        .map(name -> name.endsWith(MARK) ? name.substring(0, name.length() - MARK.length()) : name)
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  /**
   * Returns the name of what was measured.
   *
   * @throws ConfigurationException if nobody said it
   */
  String neededStructure() throws ConfigurationException {
    return structure()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    List.of("import: the file does not say what was measured; say --structure")));
  }

  /**
   * Returns the conditions of one of the mixes.
   *
   * @throws ConfigurationException if no mix was said, or something is wrong
   */
  KnownConditions conditionsOfAMix() throws ConfigurationException {
    if (workload == null) {
      throw new ConfigurationException(
          List.of("import: the file does not say under which workload; say --workload"));
    }
    check("--workload", "workload", workload, Drivers.named("ycsb").workloads().keySet());
    return conditions();
  }

  /**
   * Returns what was said.
   *
   * @throws ConfigurationException with everything that is wrong
   */
  KnownConditions conditions() throws ConfigurationException {
    if (distribution != null && Distribution.named(distribution).isEmpty()) {
      check("--distribution", "distribution", distribution, Distribution.labels());
    }
    check("--key-shape", "key shape", keyShape, KeyShape.labels());
    OptionalLong records = number("--keys", keys, Long.MAX_VALUE);
    OptionalLong asking = number("--threads", threads, Integer.MAX_VALUE);
    OptionalLong bytes = number("--value-size", valueSize, Integer.MAX_VALUE);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new KnownConditions(
        Optional.ofNullable(workload),
        Optional.ofNullable(distribution),
        Optional.ofNullable(keyShape),
        whole(bytes),
        records,
        whole(asking));
  }

  /**
   * Refuses everything that was said, where the file says it itself.
   *
   * @throws ConfigurationException if something was said
   */
  void refuse() throws ConfigurationException {
    boolean any =
        Stream.of(structure, workload, distribution, threads, keys, keyShape, valueSize)
            .anyMatch(Objects::nonNull);
    if (any) {
      throw new ConfigurationException(
          List.of(
              "import: structure and conditions are in the notebook; leave the options that say"
                  + " them out"));
    }
  }

  private void check(String option, String kind, String name, Collection<String> known) {
    if (name != null && !known.contains(name)) {
      problems.add(option + ": " + NearestName.explain(kind, name, known));
    }
  }

  private OptionalLong number(String option, String text, long most) {
    if (text == null) {
      return OptionalLong.empty();
    }
    try {
      long number = Quantity.count(text);
      if (number < 1 || number > most) {
        problems.add(option + ": expected a number from 1 to " + most + ", found " + text);
      }
      return OptionalLong.of(number);
    } catch (IllegalArgumentException e) {
      problems.add(option + ": " + e.getMessage());
      return OptionalLong.empty();
    }
  }

  private static OptionalInt whole(OptionalLong number) {
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }
}
