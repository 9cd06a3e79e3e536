package org.twinprop.experiments.student;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.twinprop.experiments.student.StudentFailure.Kind;

/**
 * Runs the student's code in a Java of its own, with the class path of this one, and reads what it
 * hands back.
 */
final class StudentProcess {
  private static final String HEAP = "-Xmx512m";
  private static final int STEPS = 8;
  private static final long SECONDS_TO_START_AND_COMPILE = 120;
  private static final int LINES = 12;
  private static final int LINE_LENGTH = 160;

  private final Exchange exchange;
  private final Assignment assignment;

  private StudentProcess(Exchange exchange, Assignment assignment) {
    this.exchange = exchange;
    this.assignment = assignment;
  }

  /** Runs it to its end or to the end of its time; nothing of it is left behind. */
  static StudentTrial run(Assignment assignment) {
    try {
      Path folder = Files.createTempDirectory("twinprop-student");
      try {
        return new StudentProcess(new Exchange(folder), assignment).run();
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StudentTrial run() throws IOException {
    exchange.write(assignment);
    Files.createFile(exchange.output());
    Files.createDirectory(workFolder());
    Process process =
        new ProcessBuilder(command())
            .directory(workFolder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    Thread hook = new Thread(() -> giveUp(process));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      boolean ended = process.waitFor(seconds(), TimeUnit.SECONDS);
      end(process);
      return exchange.hasReport() ? reported() : silent(ended, process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the student's code ran", e);
    } finally {
      end(process);
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private long seconds() {
    return SECONDS_TO_START_AND_COMPILE + (long) (STEPS * assignment.seconds());
  }

  private StudentTrial reported() throws IOException {
    return new StudentTrial(exchange.report(), exchange.arrays(), printed(exchange.output()));
  }

  /** Nothing was handed back: the code ended its process the hard way, or native code crashed. */
  private StudentTrial silent(boolean ended, Process process) throws IOException {
    String message =
        ended
            ? "its process ended without a word, with exit code %d (Runtime.halt, or a crash in native code)"
                .formatted(process.exitValue())
            : "its process did not answer any more and was ended";
    Findings none = new Findings();
    List<String> lines = new ArrayList<>(printed(exchange.output()));
    lines.addAll(printed(log()));
    return new StudentTrial(
        none.report(
            new StudentFailure(
                ended ? Kind.EXIT : Kind.TIME, "an unknown step", message, List.of())),
        Map.of(),
        lines);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(NetworkBan.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            HEAP,
            "-XX:+UseSerialGC",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + exchange.folder().resolve("crash.log"),
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.bytedeco.javacpp.maxbytes=1g",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=3g"));
    command.addAll(
        List.of(
            "-cp",
            absolute(System.getProperty("java.class.path")),
            StudentMain.class.getName(),
            exchange.folder().toString()));
    return command;
  }

  /** The process works in another folder. */
  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElse("");
  }

  private Path workFolder() {
    return exchange.folder().resolve("work");
  }

  private Path log() {
    return exchange.folder().resolve("process.log");
  }

  private static List<String> printed(Path file) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(1 << 20);
    }
    List<String> all =
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .limit(LINES + 1L)
            .map(StudentProcess::shortened)
            .toList();
    if (all.size() <= LINES) {
      return all;
    }
    List<String> first = new ArrayList<>(all.subList(0, LINES));
    first.add("... and more");
    return first;
  }

  private static String shortened(String line) {
    String plain = line.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > LINE_LENGTH ? plain.substring(0, LINE_LENGTH) + "..." : plain;
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** For Ctrl-C: nothing is left behind then, either. */
  private void giveUp(Process process) {
    end(process);
    try {
      delete(exchange.folder());
    } catch (IOException e) {
      // what is left lies in the folder for temporary files
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
