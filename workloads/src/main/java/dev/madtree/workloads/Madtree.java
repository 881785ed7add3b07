package dev.madtree.workloads;

import dev.madtree.workloads.cli.DoctorCommand;
import dev.madtree.workloads.cli.ExitStatus;
import dev.madtree.workloads.cli.ImportCommand;
import dev.madtree.workloads.cli.ListCommand;
import dev.madtree.workloads.cli.ProfileCommand;
import dev.madtree.workloads.cli.ResumeCommand;
import dev.madtree.workloads.cli.RunCommand;
import dev.madtree.workloads.settings.ConfigurationException;
import dev.madtree.workloads.settings.Profile;
import dev.madtree.workloads.ycsb.YcsbCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: measures ordered indexes under YCSB workloads. Without a command it is quick. */
@Command(
    name = "madtree",
    mixinStandardHelpOptions = true,
    versionProvider = Madtree.Version.class,
    description = "Measures Masstree and its rivals under YCSB workloads.",
    footer = {
      "",
      "Without a command: quick. Exit status: 0 done, 2 usage or configuration,",
      "3 unfit machine with --strict, 4 done with failed cells, 130 interrupted."
    })
public final class Madtree implements Callable<Integer> {

  private Madtree() {}

  /**
   * Runs a command and ends the JVM with its exit status.
   *
   * @param arguments the command and its options; quick if there are none
   */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(out, err, arguments));
  }

  /** Runs a command and returns its exit status. */
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine = new CommandLine(new Madtree());
    for (String profile : Profile.shipped()) {
      CommandLine subcommand = new CommandLine(new ProfileCommand(profile));
      subcommand.getCommandSpec().usageMessage().description(Profile.description(profile));
      commandLine.addSubcommand(profile, subcommand);
    }
    commandLine.addSubcommand(new RunCommand());
    commandLine.addSubcommand(new ResumeCommand());
    commandLine.addSubcommand(new ImportCommand());
    commandLine.addSubcommand(new ListCommand());
    commandLine.addSubcommand(new DoctorCommand());
    commandLine.addSubcommand(new YcsbCommand());
    for (CommandLine subcommand : commandLine.getSubcommands().values()) {
      subcommand.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
    }
    commandLine.setOut(out).setErr(err);
    commandLine.setOverwrittenOptionsAllowed(true);
    commandLine.setParameterExceptionHandler(
        (exception, typed) -> {
          CommandLine failed = exception.getCommandLine();
          failed.getErr().println("madtree: " + exception.getMessage());
          UnmatchedArgumentException.printSuggestions(exception, failed.getErr());
          failed.getErr().println("see: ./run.sh " + commandOf(failed) + "--help");
          failed.getErr().flush();
          return ExitStatus.USAGE;
        });
    commandLine.setExecutionExceptionHandler(
        (exception, failed, parsed) -> {
          failed.getErr().println("madtree: " + explained(exception));
          failed.getErr().flush();
          return exception instanceof IOException ? ExitStatus.WITH_FAILURES : ExitStatus.USAGE;
        });
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      return commandLine.execute(withCommand(arguments));
    } finally {
      // Jars of the user's are open for one command.
      thread.setContextClassLoader(before);
    }
  }

  /** Puts quick where the options of a campaign stand without a command. */
  private static String[] withCommand(String... arguments) {
    boolean ofTheProgram =
        arguments.length > 0
            && (!arguments[0].startsWith("-")
                || List.of("-h", "--help", "-V", "--version").contains(arguments[0]));
    if (ofTheProgram) {
      return arguments;
    }
    String[] quick = new String[arguments.length + 1];
    quick[0] = "quick";
    System.arraycopy(arguments, 0, quick, 1, arguments.length);
    return quick;
  }

  private static String commandOf(CommandLine commandLine) {
    return commandLine.getParent() == null ? "" : commandLine.getCommandName() + " ";
  }

  private static String explained(Exception exception) {
    if (exception instanceof ConfigurationException || exception instanceof IllegalStateException) {
      return exception.getMessage();
    }
    return exception.toString();
  }

  @Override
  public Integer call() {
    throw new AssertionError("execute puts quick where there is no command");
  }

  /** Tells the version of the jar, if it was packed into one. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Madtree.class.getPackage().getImplementationVersion();
      return new String[] {
        "madtree " + (version == null ? "(not packed)" : version),
        "JVM " + Runtime.version() + ", " + System.getProperty("java.vm.name")
      };
    }
  }
}
