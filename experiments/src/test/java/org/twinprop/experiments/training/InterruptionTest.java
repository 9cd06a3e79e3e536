package org.twinprop.experiments.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinprop.experiments.DigitFiles;
import org.twinprop.experiments.Twinprop;
import org.twinprop.experiments.console.StopSignal;

/** Ctrl-C and SIGTERM, as the signals that they are, sent to a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: Windows has no command that sends it")
class InterruptionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aSignalEndsTheRunWithWhatThereIs(StopSignal signal)
      throws IOException, InterruptedException {
    assumeFalse(
        signal == StopSignal.INT && isInterruptIgnored(),
        "skipped: SIGINT is ignored here, as for every job in the background of a script");
    Path out = folder.resolve("run");
    Process process = start(out, 2, "100000", "flatten dense(10) | softmax-xent");
    try (BufferedReader reader = process.inputReader()) {
      waitFor(reader, "after epoch 1");
      kill(signal, process);
      kill(signal, process); // twice, as timeout does, which signals the group beside
      String rest = String.join("\n", reader.lines().toList());
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not end");
      assertEquals(signal == StopSignal.INT ? 130 : 143, process.exitValue(), rest);
      assertTrue(rest.contains("Stopping, as soon as"), rest);
      assertTrue(rest.contains(signal + " again stops at once"), rest);
      assertTrue(rest.contains(" until then passed."), rest);
      assertTrue(rest.contains("Stopped after"), rest);
      assertTrue(rest.contains("Go on with it: ./twinprop run --resume " + out), rest);
    } finally {
      process.destroyForcibly();
    }
    for (String file : List.of("metrics.csv", "model.npz", "model-dl4j.zip", "report.html")) {
      assertTrue(Files.size(out.resolve(file)) > 0, file);
    }
    assertTrue(Files.readString(out.resolve("run.json")).contains("\"interrupted\""));
    assertFalse(Files.exists(out.resolve("groups.csv")), "there was no test");
  }

  /** What this process ignores, those that it starts ignore, too. */
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .anyMatch(mask -> (mask & 2) != 0);
  }

  @Test
  void aSignalDuringTheTestEndsIt() throws IOException, InterruptedException {
    Path out = folder.resolve("run");
    String slow = "conv(40,5) relu conv(40,5) flatten dense(10) | softmax-xent";
    Process process = start(out, 150, "0", slow);
    try (BufferedReader reader = process.inputReader()) {
      waitFor(reader, "before training");
      kill(StopSignal.TERM, process);
      String rest = String.join("\n", reader.lines().toList());
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not end");
      assertEquals(143, process.exitValue(), rest);
      assertTrue(rest.contains("Stopped after"), rest);
    } finally {
      process.destroyForcibly();
    }
    assertFalse(Files.exists(out.resolve("groups.csv")), "there was no test");
    assertTrue(Files.readString(out.resolve("run.json")).contains("\"interrupted\""));
  }

  @ParameterizedTest
  @EnumSource
  void aSignalBeforeTheRunBeginsIsAnsweredInOneLine(StopSignal signal)
      throws IOException, InterruptedException {
    assumeFalse(
        signal == StopSignal.INT && isInterruptIgnored(),
        "skipped: SIGINT is ignored here, as for every job in the background of a script");
    Path out = folder.resolve("run");
    // reading the data is still to come when this class is loaded
    String loaded = Experiment.class.getName() + " source";
    Process process = start(List.of("-Xlog:class+load"), out, 150, "1", "flatten dense(10) | mse");
    try (BufferedReader reader = process.inputReader()) {
      waitFor(reader, loaded);
      kill(signal, process);
      String rest = String.join("\n", reader.lines().toList());
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not end");
      assertEquals(signal.exitCode(), process.exitValue(), rest);
      assertTrue(
          rest.contains("stopped by %s before it began: nothing was written".formatted(signal)),
          rest);
    } finally {
      process.destroyForcibly();
    }
    assertFalse(Files.exists(out));
  }

  private static void kill(StopSignal signal, Process process)
      throws IOException, InterruptedException {
    String number = "" + process.pid();
    assertEquals(0, new ProcessBuilder("kill", "-" + signal.name(), number).start().waitFor());
  }

  private Process start(Path out, int testWriters, String epochs, String network)
      throws IOException {
    return start(List.of(), out, testWriters, epochs, network);
  }

  private Process start(
      List<String> options, Path out, int testWriters, String epochs, String network)
      throws IOException {
    Path data = DigitFiles.write(folder.resolve("digits"), 6, testWriters);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Twinprop.class.getName()));
    command.addAll(List.of("run", "checks", "--epochs", epochs));
    command.addAll(List.of("--net", network));
    command.addAll(List.of("--data", data.toString(), "--out", out.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static void waitFor(BufferedReader reader, String text) throws IOException {
    List<String> seen = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      seen.add(line);
      if (line.contains(text)) {
        return;
      }
    }
    throw new AssertionError("'%s' was never printed, but: %s".formatted(text, seen));
  }
}
