package org.twinprop.experiments.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.twinprop.experiments.Twinprop;

/** {@code twinprop run} in a process of its own. */
final class KilledRun {
  private KilledRun() {}

  /**
   * @param arguments after {@code run}
   * @param folder for what it prints
   */
  static Process start(List<String> arguments, Path folder) throws IOException {
    return start(List.of(), arguments, folder);
  }

  /**
   * @param options of the Java virtual machine
   */
  static Process start(List<String> options, List<String> arguments, Path folder)
      throws IOException {
    return processOf(options, arguments, folder).start();
  }

  /**
   * @param home the folder it is started in
   */
  static Process startIn(Path home, List<String> arguments, Path folder) throws IOException {
    return processOf(List.of(), arguments, folder).directory(home.toFile()).start();
  }

  private static ProcessBuilder processOf(
      List<String> options, List<String> arguments, Path folder) {
    return new ProcessBuilder(command(options, arguments))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile());
  }

  static List<String> command(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // it lives for seconds: compiling well what it does would take longer than doing it
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    // several go at once
    command.add("-Dtwinprop.threads=1");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Twinprop.class.getName()));
    command.add("run");
    command.addAll(arguments);
    return command;
  }

  /** Whether it had to be killed; not if it ended by itself before. */
  static boolean killedAfter(long nanoseconds, Process process) throws InterruptedException {
    if (process.waitFor(nanoseconds, TimeUnit.NANOSECONDS)) {
      return false;
    }
    process.destroyForcibly();
    process.waitFor();
    return true;
  }

  /** What the last one printed. */
  static String output(Path folder) {
    try {
      return Files.readString(folder.resolve("output.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
