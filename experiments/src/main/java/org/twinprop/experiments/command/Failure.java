package org.twinprop.experiments.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.trainer.DivergedException;

/**
 * What a person is told about an exception.
 *
 * @param line one line: what, where, and how to mend it
 * @param exitCode of the process
 */
record Failure(String line, int exitCode) {
  Failure {
    // line breaks would make several lines of it, escape characters would speak to the terminal
    line = line.replaceAll("\\s*[\\r\\n]+\\s*", " ").replaceAll("\\p{Cntrl}", "?");
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
    if (thrown instanceof OutOfMemoryError) {
      return new Failure(
          "not enough memory (%s): lower --batch, or allow more, as in TWINPROP_JAVA_OPTIONS=-Xmx4g"
              .formatted(thrown.getMessage()),
          ExitCode.FAILED);
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
