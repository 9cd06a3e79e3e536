package org.twinprop.experiments.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.twinprop.data.numpy.AtomicFile;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.folder.TextFormats;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --json}: where the machine-readable result of a verb goes, and what is then printed. */
final class JsonTarget {
  private static final String STANDARD_OUTPUT = "-";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Write the result as JSON to this file, or to standard output (-), which then gets"
              + " nothing else.")
  private String file;

  /** Where text for people goes: standard error if standard output is for JSON. */
  Console console() {
    CommandLine commandLine = spec.commandLine();
    PrintWriter writer = toStandardOutput() ? commandLine.getErr() : commandLine.getOut();
    return new Console(writer, commandLine.getColorScheme().ansi());
  }

  /**
   * Finds out before the work, not after it, that the file could not be written.
   *
   * @throws org.twinprop.data.BadInput if so
   */
  void check() {
    if (file == null || toStandardOutput()) {
      return;
    }
    OutputFile.requireWritable("--json", Path.of(file));
  }

  /** Writes the result, if it was asked for. */
  void write(Object result) {
    if (file == null) {
      return;
    }
    try {
      String json = TextFormats.FINITE_JSON.writeValueAsString(result);
      if (toStandardOutput()) {
        spec.commandLine().getOut().println(json);
        spec.commandLine().getOut().flush();
      } else {
        replace(Path.of(file).toAbsolutePath(), json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a result was asked for. */
  boolean isGiven() {
    return file != null;
  }

  private boolean toStandardOutput() {
    return STANDARD_OUTPUT.equals(file);
  }

  private static void replace(Path path, String json) throws IOException {
    AtomicFile.write(path, out -> out.write((json + "\n").getBytes(StandardCharsets.UTF_8)));
  }
}
