package org.twinprop.experiments.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  /** What picocli says of a word that names no constant. */
  private static final Pattern CHOICE =
      Pattern.compile(
          "Invalid value for option '([^']*)': expected one of \\[(.*)\\] \\(case-\\w+\\) but was '(.*)'");

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
            : decapitalized(choices(exception.getMessage()));
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

  /** Of a word that is none of a few, in our words; any other message as it is. */
  private static String choices(String message) {
    Matcher found = CHOICE.matcher(message);
    if (!found.matches()) {
      return message;
    }
    List<String> words = List.of(found.group(2).toLowerCase(Locale.ROOT).split(", "));
    String hint = Nearest.hint(found.group(3), words);
    return "%s '%s': it must be %s%s"
        .formatted(
            found.group(1),
            found.group(3),
            String.join(" or ", words),
            hint.startsWith("did you mean") ? " (" + hint + ")" : "");
  }

  private static String unmatched(UnmatchedArgumentException exception, CommandSpec spec) {
    String argument = exception.getUnmatched().get(0);
    if (argument.startsWith("-")) {
      String option = argument.replaceFirst("=.*", "");
      String key = option.replaceFirst("^--", "").replace('-', '_');
      if (spec.name().equals("run") && SettingKeys.names().contains(key)) {
        return "there is no option %s for experiment files and for your own data: write --set %s=..."
            .formatted(option, key);
      }
      if (spec.parent() != null && spec.parent().findOption(option) != null) {
        return "there is no option %s for '%s', but '%s' has it: leave '%s' out"
            .formatted(option, spec.name(), spec.parent().qualifiedName(), spec.name());
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
