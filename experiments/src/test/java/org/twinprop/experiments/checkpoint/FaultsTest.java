package org.twinprop.experiments.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.data.Sha256;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.DigitFiles;

/** What goes wrong on a machine, made to go wrong around a run in a process of its own. */
class FaultsTest {
  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path data;
  private static Path whole;

  @BeforeAll
  static void oneWithoutFaults() {
    data = DigitFiles.write(shared.resolve("digits"), 4, 2);
    whole = shared.resolve("whole");
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(arguments(whole));
    Captured.of(arguments.toArray(String[]::new)).succeeded();
  }

  private static List<String> arguments(Path out) {
    List<String> arguments = new ArrayList<>(List.of("checks", "--data", data.toString()));
    arguments.addAll(List.of("--epochs", "2", "--batch", "30", "--out", out.toString()));
    arguments.addAll(List.of("--net", "flatten dropout(0.2) dense(10) | softmax-xent"));
    arguments.addAll(List.of("--checkpoint-every", "0"));
    return arguments;
  }

  private static Map<Path, String> checksums(Path folder) throws IOException {
    Map<Path, String> checksums = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          checksums.put(file, Sha256.of(in));
        }
      }
    }
    return checksums;
  }

  private static List<String> resuming(Path run) {
    return List.of("--resume", run.toString());
  }

  /** A copy of it, finished but for its last file. */
  private Path unfinished() throws IOException {
    Path run = folder.resolve("run");
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.toList()) {
        Files.copy(file, run.resolve(whole.relativize(file)));
      }
    }
    Files.delete(run.resolve("run.json"));
    return run;
  }

  @ParameterizedTest
  @CsvSource({
    "-Xmx12m, Java's heap may take, TWINPROP_JAVA_OPTIONS=-Xmx256m",
    "-Dorg.bytedeco.javacpp.maxphysicalbytes=60m, arrays included may take 60 MB, maxphysicalbytes=256m",
    "-Xmx24m, may take, TWINPROP_JAVA_OPTIONS=-Xmx256m"
  })
  void withoutMemoryItSaysWhichAndHowMuchAndLosesNothing(
      String option, String limit, String setting) throws IOException, InterruptedException {
    Path run = unfinished();
    Map<Path, String> before = checksums(run.resolve("checkpoints"));
    Process process = KilledRun.start(List.of(option), resuming(run), folder);
    assertEquals(2, process.waitFor(), () -> KilledRun.output(folder));
    String line = lastLine();
    assertTrue(line.startsWith("twinprop: not enough memory ("), line);
    assertTrue(line.replace(",", "").contains(limit), line);
    assertTrue(line.contains(setting) && line.contains("--batch"), line);
    assertEquals(before, checksums(run.resolve("checkpoints")));
    Captured.of("run", "--resume", run.toString()).succeeded();
    RunComparison.requireSame(whole, run);
  }

  @Test
  void aTableThatIsTooLargeForTheHeapIsRefusedBeforeItFillsIt()
      throws IOException, InterruptedException {
    Path table = folder.resolve("large.csv");
    try (BufferedWriter out = Files.newBufferedWriter(table)) {
      out.write("width,depth,price\n");
      for (int row = 0; row < 400_000; row++) {
        out.write("1.5,2.5," + row + "\n");
      }
    }
    Path run = folder.resolve("run");
    List<String> arguments =
        List.of("--csv", table.toString(), "--target", "price", "--out", run.toString());
    Process process = KilledRun.start(List.of("-Xmx64m"), arguments, folder);
    assertEquals(2, process.waitFor(), () -> KilledRun.output(folder));
    String line = lastLine();
    assertTrue(
        line.matches(".*large\\.csv, line \\d+: takes more than the 3\\d MB of memory.*"), line);
    assertTrue(line.contains("TWINPROP_JAVA_OPTIONS=-Xmx"), line);
    assertFalse(Files.exists(run));
  }

  @Test
  void aSmallDiskThatIsFullEndsInOneLineAndTheRunGoesOnWhenItGrows()
      throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path run = disk.resolve("run");
    String script =
        """
        mount -t tmpfs -o size=200k tmpfs %1$s
        "$@" %2$s
        echo "exit $?"
        mount -o remount,size=64m %1$s
        "$@" --resume %3$s && cp -r %3$s %4$s
        """
            .formatted(disk, quoted(arguments(run)), run, folder.resolve("copy"));
    assertEquals(0, Mounts.run(script, folder), () -> KilledRun.output(folder));
    List<String> lines = KilledRun.output(folder).lines().toList();
    String line = lines.get(lines.indexOf("exit 2") - 1);
    assertTrue(line.startsWith("twinprop: ") && line.contains("No space left on device"), line);
    RunComparison.requireSame(whole, folder.resolve("copy"));
  }

  @Test
  void aFolderThatBecameReadOnlyIsRefusedInOneLine() throws IOException, InterruptedException {
    Path run = unfinished();
    String script =
        """
        mount --bind %1$s %1$s
        mount -o remount,bind,ro %1$s
        exec "$@" --resume %1$s
        """
            .formatted(run);
    assertEquals(2, Mounts.run(script, folder), () -> KilledRun.output(folder));
    assertTrue(lastLine().contains(".lock: cannot be written (Read-only file system"), lastLine());
    Captured.of("run", "--resume", run.toString()).succeeded();
    RunComparison.requireSame(whole, run);
  }

  @Test
  void aFullTemporaryFolderHarmsNothing() throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path run = folder.resolve("run");
    String script =
        """
        mount -t tmpfs -o size=4k tmpfs %1$s
        head -c 8192 /dev/zero >%1$s/full 2>/dev/null
        ! echo more 2>/dev/null >%1$s/more || exit 9
        JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=%1$s exec "$@" %2$s
        """
            .formatted(temporary, quoted(arguments(run)));
    assertEquals(0, Mounts.run(script, folder), () -> KilledRun.output(folder));
    RunComparison.requireSame(whole, run);
  }

  @Test
  void aClockThatIsSetBackChangesNoNumberAndNoTime() throws IOException, InterruptedException {
    Path library = compiled();
    Path run = folder.resolve("run");
    ProcessBuilder builder =
        new ProcessBuilder(
                KilledRun.command(
                    List.of("-Dlogback.configurationFile=logback.xml"), arguments(run)))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile());
    builder.environment().put("LD_PRELOAD", library.toString());
    long start = System.nanoTime();
    assertEquals(0, builder.start().waitFor(), () -> KilledRun.output(folder));
    double most = (System.nanoTime() - start) / 1e9;
    RunComparison.requireSame(whole, run);
    List<String> log = Files.readAllLines(run.resolve("log.txt"));
    String first = log.get(0).substring(0, 19);
    String last = log.get(log.size() - 1).substring(0, 19);
    assertTrue(last.compareTo(first) < 0, "the log shows the clock: " + first + " and " + last);
    double seconds =
        Double.parseDouble(
            Files.readString(run.resolve("run.json"))
                .replaceAll("(?s).*\"seconds\" : ([-0-9.E]+).*", "$1"));
    assertTrue(seconds > 0 && seconds < most, seconds + " of " + most);
  }

  private Path compiled() throws IOException, InterruptedException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux") && Files.isExecutable(Path.of("/usr/bin/cc")),
        "skipped: needs Linux and a C compiler (/usr/bin/cc) to set a clock back");
    Path source = folder.resolve("set-back.c");
    try (InputStream in = FaultsTest.class.getResourceAsStream("set-back.c")) {
      Files.copy(in, source);
    }
    Path library = folder.resolve("set-back.so");
    Process compiler =
        new ProcessBuilder(
                "/usr/bin/cc", "-shared", "-fPIC", "-o", "" + library, "" + source, "-ldl")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    assertEquals(0, compiler.waitFor(), () -> KilledRun.output(folder));
    return library;
  }

  private static String quoted(List<String> arguments) {
    return "'" + String.join("' '", arguments) + "'";
  }

  private String lastLine() {
    return KilledRun.output(folder).lines().reduce((first, last) -> last).orElseThrow();
  }
}
