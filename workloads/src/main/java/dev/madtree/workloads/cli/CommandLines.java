package dev.madtree.workloads.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the user typed. */
final class CommandLines {

  private CommandLines() {}

  /** Returns the arguments that the whole program was given. */
  static List<String> of(CommandSpec spec) {
    ParseResult parsed = spec.root().commandLine().getParseResult();
    return parsed == null ? List.of() : List.copyOf(parsed.originalArgs());
  }
}
