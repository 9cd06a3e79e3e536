package org.twinprop.experiments.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.twinprop.experiments.file.SettingKeys;
import org.twinprop.layers.text.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one line on standard error and an exit code. */
public final class ErrorLines implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final BooleanSupplier debug;

  /**
   * @param debug whether stack traces are wanted
   */
  public ErrorLines(BooleanSupplier debug) {
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    String message =
        exception instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched, command.getCommandSpec())
            : decapitalized(exception.getMessage());
    String help = "; see '" + command.getCommandSpec().qualifiedName() + " --help'";
    print(new Failure(message + help, ExitCode.BAD_INPUT), exception, command.getErr());
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parsed) {
    return handle(exception, command.getErr());
  }

  /** Says what went wrong and returns the exit code. */
  public int handle(Throwable thrown, PrintWriter err) {
    Failure failure = Failure.of(thrown);
    print(failure, thrown, err);
    return failure.exitCode();
  }

  private void print(Failure failure, Throwable thrown, PrintWriter err) {
    err.println("twinprop: " + failure.line());
    if (debug.getAsBoolean()) {
      thrown.printStackTrace(err);
    }
    err.flush();
  }

  private static String unmatched(UnmatchedArgumentException exception, CommandSpec spec) {
    String argument = exception.getUnmatched().get(0);
    if (argument.startsWith("-")) {
      String option = argument.replaceFirst("=.*", "");
      String key = option.replaceFirst("^--", "").replace('-', '_');
      if (spec.name().equals("run") && SettingKeys.names().contains(key)) {
        return "there is no option %s for a file; write --set %s=...".formatted(option, key);
      }
      return "there is no option %s (%s)".formatted(option, Nearest.hint(option, options(spec)));
    }
    if (spec.subcommands().isEmpty()) {
      return "'%s' is one word too many".formatted(argument);
    }
    return "there is no '%s %s' (%s)"
        .formatted(
            spec.qualifiedName(), argument, Nearest.hint(argument, spec.subcommands().keySet()));
  }

  private static List<String> options(CommandSpec spec) {
    List<String> names = new ArrayList<>();
    spec.options().stream()
        .filter(option -> !option.hidden())
        .forEach(o -> names.add(o.longestName()));
    return names;
  }

  private static String decapitalized(String message) {
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
