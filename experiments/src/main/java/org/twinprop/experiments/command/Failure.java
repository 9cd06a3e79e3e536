package org.twinprop.experiments.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.experiments.machine.MemoryShortage;
import org.twinprop.trainer.DivergedException;

/**
 * What a person is told about an exception.
 *
 * @param line one line: what, where, and how to mend it
 * @param exitCode of the process
 */
record Failure(String line, int exitCode) {
  /** What the JVM says when a file that is mapped into memory is no longer there. */
  private static final String MAPPED = "unsafe memory access";

  Failure {
    // line breaks would make several lines of it, escape characters would speak to the terminal
    line = Console.oneLine(line);
  }

  static Failure of(Throwable thrown) {
    if (thrown instanceof BadInput || isRefusedArgument(thrown)) {
      return new Failure(thrown.getMessage(), ExitCode.BAD_INPUT);
    }
    if (thrown instanceof DivergedException) {
      return new Failure(thrown.getMessage(), ExitCode.FAILED);
    }
    if (thrown instanceof UncheckedIOException unchecked) {
      return of(unchecked.getCause());
    }
    if (thrown instanceof IOException io) {
      return new Failure(
          "cannot read or write %s; check disk space and permissions".formatted(phrase(io)),
          ExitCode.BAD_INPUT);
    }
    Optional<MemoryShortage> shortage = MemoryShortage.in(thrown);
    if (shortage.isPresent()) {
      return new Failure(
          shortage.get().line() + "; a run that had begun goes on with --resume",
          ExitCode.BAD_INPUT);
    }
    if (thrown instanceof InternalError && String.valueOf(thrown.getMessage()).contains(MAPPED)) {
      return new Failure(
          "a data file became shorter, or could not be read, while it was in use; put it back, and go on with --resume",
          ExitCode.BAD_INPUT);
    }
    return new Failure(
        "unexpected %s; run again with --debug to see where it comes from".formatted(thrown),
        ExitCode.FAILED);
  }

  /** Our own layers refuse settings so; from anyone else's code it would be a fault of ours. */
  private static boolean isRefusedArgument(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return thrown instanceof IllegalArgumentException
        && trace.length > 0
        && trace[0].getClassName().startsWith("org.twinprop.");
  }

  private static String phrase(IOException io) {
    if (io instanceof FileSystemException file) {
      return "%s (%s)".formatted(file.getFile(), FileProblem.reason(io));
    }
    return "(%s)".formatted(FileProblem.reason(io));
  }
}
