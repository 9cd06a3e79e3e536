package org.twinprop.experiments.console;

import java.util.List;
import org.jline.utils.Signals;

/**
 * Ctrl-C or a request to terminate while there is nothing to bring to an end yet: the process ends
 * at once, as it would without this, but says so. {@link Interruption} takes over as soon as
 * something is written.
 */
public final class EarlyStop {
  private EarlyStop() {}

  /**
   * @param arguments of the command line
   */
  public static void install(List<String> arguments) {
    for (StopSignal signal : StopSignal.values()) {
      Signals.register(signal.name(), () -> end(signal, arguments));
    }
  }

  private static void end(StopSignal signal, List<String> arguments) {
    // at once, so that nothing comes in between
    System.err.print("%ntwinprop: stopped by %s%s%n".formatted(signal, what(arguments)));
    System.exit(signal.exitCode());
  }

  /** Other verbs than these may have written something by then. */
  private static String what(List<String> arguments) {
    if (!arguments.contains("run") && !arguments.contains("search")) {
      return "";
    }
    return arguments.stream().anyMatch(argument -> argument.startsWith("--resume"))
        ? " before it went on: what there is stays as it was"
        : " before it began: nothing was written";
  }
}
