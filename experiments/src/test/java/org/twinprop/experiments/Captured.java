package org.twinprop.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * What the command line did with some arguments.
 *
 * @param exitCode of the process
 * @param out standard output
 * @param err standard error
 */
public record Captured(int exitCode, String out, String err) {
  /** Runs the command line in this process. */
  public static Captured of(String... arguments) {
    Locale.setDefault(Locale.ROOT);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        Twinprop.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    int exitCode = Twinprop.execute(commandLine, arguments);
    return new Captured(exitCode, out.toString(), err.toString());
  }

  /** The one line of an error, without the program's name. */
  public String errorLine(int expectedExitCode) {
    assertEquals(expectedExitCode, exitCode, () -> err + out);
    assertEquals(1, err.lines().count(), () -> "one line expected, but got: " + err);
    assertTrue(err.startsWith("twinprop: "), err);
    return err.strip().substring("twinprop: ".length());
  }

  /** Asserts that all was well. */
  public Captured succeeded() {
    assertEquals(0, exitCode, () -> err + out);
    return this;
  }
}
