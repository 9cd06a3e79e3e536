package org.twinprop.experiments.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.DigitFiles;
import org.twinprop.experiments.folder.Build;
import org.twinprop.experiments.folder.RunFolder;

/** Runs that go on, or are refused: a finished one with all its checkpoints is taken back first. */
class ResumeTest {
  private static final List<String> WRITTEN_AT_THE_END =
      List.of(
          "run.json", "report.html", "model.npz", "model.json", "predictions.csv", "groups.csv");

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path data;
  private static Path whole;
  private Path run;

  @BeforeAll
  static void oneThatWasNeverInterrupted() {
    data = DigitFiles.write(shared.resolve("digits"), 4, 2);
    whole = shared.resolve("whole");
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(arguments(data, whole));
    Captured.of(arguments.toArray(String[]::new)).succeeded();
  }

  private static List<String> arguments(Path digits, Path out) {
    List<String> arguments = new ArrayList<>(List.of("checks", "--data", digits.toString()));
    arguments.addAll(List.of("--epochs", "2", "--batch", "30", "--out", out.toString()));
    arguments.addAll(List.of("--net", "flatten dropout(0.2) dense(10) | softmax-xent"));
    arguments.addAll(List.of("--checkpoint-every", "0", "--checkpoints", "100"));
    return arguments;
  }

  /** A copy of it, without what it wrote when it was trained. */
  @BeforeEach
  void oneThatWasKilledAfterItsLastBatch() throws IOException {
    run = folder.resolve("run");
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.toList()) {
        Files.copy(file, run.resolve(whole.relativize(file)));
      }
    }
    for (String file : WRITTEN_AT_THE_END) {
      Files.delete(run.resolve(file));
    }
  }

  private List<Long> steps() throws IOException {
    return new CheckpointFolder(run).steps();
  }

  private Path file(long step, String ending) {
    return run.resolve("checkpoints").resolve("%010d%s".formatted(step, ending));
  }

  private Captured resume() {
    return Captured.of("run", "--resume", run.toString());
  }

  @Test
  void aCheckpointThatWasCutOffIsPassedOverAndTold() throws IOException {
    long latest = steps().get(0);
    cut(file(latest, ".npz"), 100);
    cut(file(latest - 1, ".json"), 10);
    Captured resumed = resume().succeeded();
    assertTrue(
        resumed.out().contains("checkpoint %s is damaged".formatted(file(latest, "").normalize())),
        resumed.out());
    assertTrue(resumed.out().contains("is cut off or changed"), resumed.out());
    assertTrue(resumed.out().contains("Going on in epoch"), resumed.out());
    RunComparison.requireSame(whole, run);
  }

  @Test
  void everyFlippedBitIsFoundOrHarmless() throws IOException {
    long latest = steps().get(0);
    SplittableRandom random = new SplittableRandom(1);
    int found = 0;
    for (int i = 0; i < 200; i++) {
      Path file = file(latest, i % 2 == 0 ? ".npz" : ".json");
      Path other = file(latest, i % 2 == 0 ? ".json" : ".npz");
      byte[] good = Files.readAllBytes(file);
      byte[] others = Files.readAllBytes(other);
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bad);
      List<String> told = new ArrayList<>();
      Checkpoint taken = new RunRecord(run).latest(told::add).orElseThrow();
      long step = taken.state().steps().get("handwritten");
      assertEquals(told.isEmpty() ? latest : latest - 1, step, () -> Arrays.toString(bad));
      found += told.size();
      Files.write(file, good);
      Files.write(other, others);
    }
    assertTrue(found > 150, found + " of 200; a space of JSON may change and harms nothing");
  }

  @Test
  void aDamagedHistoryIsFound() throws IOException {
    Path history = run.resolve("checkpoints/history.jsonl");
    cut(history, 1);
    List<String> told = new ArrayList<>();
    new RunRecord(run).latest(told::add);
    assertEquals(1, told.size(), told::toString);
    assertTrue(told.get(0).contains("the checksum of history.jsonl"), told::toString);
  }

  /** As a process that was killed while it wrote it leaves it, and as a disk that lost its end. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHistoryCutOffInTheMiddleOfALineComesToTheSameEnd(boolean ofTheCheckpoint)
      throws IOException {
    Path history = run.resolve("checkpoints/history.jsonl");
    List<String> lines = Files.readAllLines(history);
    String last = lines.get(lines.size() - 1);
    if (ofTheCheckpoint) {
      cut(history, last.length() / 2);
    } else {
      String half = last.substring(0, last.length() / 2);
      Files.writeString(history, half, StandardOpenOption.APPEND);
    }
    Captured resumed = resume().succeeded();
    assertEquals(ofTheCheckpoint, resumed.out().contains("checksum of history.jsonl does not"));
    assertFalse(resumed.out().contains(" lost"), resumed.out());
    RunComparison.requireSame(whole, run);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "skipped: /proc tells which files are open")
  void aWriterThatCannotBeginLeavesNoFileOpen() throws IOException {
    Files.delete(file(1, ".json"));
    Files.createDirectories(file(1, ".json").resolve("in the way"));
    BadInput refused =
        assertThrows(
            BadInput.class,
            () ->
                new CheckpointWriter(
                    run, new CheckpointSettings(0, 100), () -> 0, Optional.empty()));
    assertTrue(refused.getMessage().contains("a checkpoint cannot be written"), refused::toString);
    Path history = run.resolve("checkpoints/history.jsonl").toRealPath();
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      assertTrue(open.noneMatch(one -> isLinkTo(history, one)), "it is still open");
    }
  }

  private static boolean isLinkTo(Path file, Path link) {
    try {
      return Files.readSymbolicLink(link).equals(file);
    } catch (IOException e) {
      return false; // that of the listing itself is gone
    }
  }

  @Test
  void aHistoryThatSpoilsAllCheckpointsLosesMeasuresAndNoNetwork() throws IOException {
    Path history = run.resolve("checkpoints/history.jsonl");
    byte[] bytes = Files.readAllBytes(history);
    bytes[20] ^= 1;
    Files.write(history, bytes);
    List<String> told = new ArrayList<>();
    Checkpoint taken = new RunRecord(run).latest(told::add).orElseThrow();
    assertEquals(steps().get(0), taken.state().steps().get("handwritten"));
    String last = told.get(told.size() - 1);
    assertTrue(last.contains("1 of what was measured and checked is lost"), last);
    resume().succeeded();
    assertTrue(Files.isRegularFile(run.resolve("report.html")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutItsHistoryARunGoesOnFromTheLatestCheckpoint(boolean device) throws IOException {
    long latest = steps().get(0);
    Path history = run.resolve("checkpoints/history.jsonl");
    Files.delete(history);
    if (device) {
      Files.createSymbolicLink(history, Path.of("/dev/null"));
    }
    Captured resumed = resume().succeeded();
    assertFalse(resumed.out().contains("is damaged"), resumed.out());
    assertTrue(resumed.out().contains("history.jsonl is no file any more: all"), resumed.out());
    assertTrue(resumed.out().contains("after step " + latest), resumed.out());
    assertTrue(Files.isRegularFile(history));
    assertArrayEquals(
        Files.readAllBytes(whole.resolve("model.npz")),
        Files.readAllBytes(run.resolve("model.npz")));
  }

  @Test
  void whatIsNoFileIsPassedOver() throws IOException {
    long latest = steps().get(0);
    Files.delete(file(latest, ".npz"));
    Files.createDirectory(file(latest, ".npz"));
    Files.delete(file(latest - 1, ".npz"));
    List<String> told = new ArrayList<>();
    Checkpoint taken = new RunRecord(run).latest(told::add).orElseThrow();
    assertEquals(latest - 2, taken.state().steps().get("handwritten"));
    assertTrue(told.get(0).contains(".npz is no file"), told::toString);
    assertTrue(told.get(1).contains(".npz is missing"), told::toString);
  }

  @Test
  void aDamagedRunJsonKeepsNoRunFromGoingOn() throws IOException {
    Files.writeString(run.resolve("run.json"), "{ \"twinprop\": {");
    resume().succeeded();
    RunComparison.requireSame(whole, run);
  }

  @Test
  void withoutAnyWholeCheckpointThereIsOneLine() throws IOException {
    for (long step : steps()) {
      cut(file(step, ".npz"), 1);
    }
    String line = resume().errorLine(2).lines().reduce((first, last) -> last).orElseThrow();
    assertTrue(line.contains("no checkpoint is whole; run it anew: ./twinprop run "), line);
  }

  @Test
  void aRunThatWasKilledBeforeItsFirstCheckpointBeginsAnew() throws IOException {
    for (long step : steps()) {
      Files.delete(file(step, ".json"));
    }
    resume().succeeded();
    RunComparison.requireSame(whole, run);
    assertFalse(Files.exists(file(1, ".npz")), "what was half-written is cleared away");
  }

  @Test
  void whatIsNoRunOrFinishedIsRefused() {
    assertTrue(
        Captured.of("run", "--resume", folder.resolve("none").toString())
            .errorLine(2)
            .contains("there is no such folder"));
    assertTrue(
        Captured.of("run", "--resume", folder.toString())
            .errorLine(2)
            .contains("has no config.yaml, without which no run goes on"));
    assertTrue(
        Captured.of("run", "--resume", whole.toString())
            .errorLine(2)
            .contains("is finished: its report is "));
    assertTrue(
        Captured.of("run", "--resume", run.toString(), "--set", "epochs=9")
            .errorLine(2)
            .contains("--resume goes on with the settings of the run's config.yaml"));
  }

  /** By hand, so that it means something else; by damage, so that it is no YAML or is cut off. */
  @ParameterizedTest
  @CsvSource({"epochs: 2, epochs: 3", "epochs:, epo\u0000hs:", "epochs: 2, ''"})
  void changedSettingsAreRefusedUntilTheFileIsRemoved(String there, String instead)
      throws IOException {
    Path config = run.resolve("config.yaml");
    Files.writeString(config, Files.readString(config).replace(there, instead));
    String line = resume().errorLine(2);
    assertTrue(line.contains("config.yaml was changed since the run began"), line);
    Files.delete(config);
    String out = resume().succeeded().out();
    assertTrue(out.contains(config + " was missing; it is put back"), out);
    RunComparison.requireSame(whole, run);
  }

  @Test
  void oneOfTwoCopiesOfWhatItBeganWithIsEnough() throws IOException {
    List<Path> copies =
        List.of(new CheckpointFolder(run).start(), new CheckpointFolder(run).startCopy());
    RunStart began = new StartFiles(run, new CheckpointFolder(run)).read(told -> {});
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      Path file = copies.get(i % 2);
      byte[] good = Files.readAllBytes(file);
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, random.nextInt(4) == 0 ? Arrays.copyOf(good, i) : bad);
      List<String> told = new ArrayList<>();
      assertEquals(began, new StartFiles(run, new CheckpointFolder(run)).read(told::add));
      if (!told.isEmpty()) { // a space of JSON may change and harms nothing
        assertArrayEquals(good, Files.readAllBytes(file), "it is mended");
      }
      Files.write(file, good);
    }
    Files.delete(copies.get(0));
    String out = resume().succeeded().out();
    assertTrue(out.contains("start.json is missing; it is written anew from its copy"), out);
    RunComparison.requireSame(whole, run);
  }

  @Test
  void withoutAnyCopyOfWhatItBeganWithThereIsOneLine() throws IOException {
    cut(new CheckpointFolder(run).start(), 20);
    cut(new CheckpointFolder(run).startCopy(), 20);
    String line = resume().errorLine(2);
    assertTrue(line.contains("start.json is cut off or changed, and start-copy.json is"), line);
    Files.delete(new CheckpointFolder(run).start());
    Files.delete(new CheckpointFolder(run).startCopy());
    assertTrue(resume().errorLine(2).contains("run it anew: ./twinprop run " + run), line);
  }

  @Test
  void aTableNamedFromOneFolderIsFoundFromAnother() throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("home"));
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder table = new StringBuilder("width,price\n");
    for (int row = 0; row < 60; row++) {
      table.append(random.nextDouble()).append(',').append(random.nextDouble()).append('\n');
    }
    Files.writeString(home.resolve("table.csv"), table);
    List<String> own = List.of("--csv", "table.csv", "--target", "price", "--set", "epochs=2");
    List<String> begin = new ArrayList<>(own);
    begin.addAll(List.of("--checkpoint-every", "0", "--out", "mine"));
    assertEquals(0, KilledRun.startIn(home, begin, folder).waitFor());
    Path mine = home.resolve("mine");
    byte[] model = Files.readAllBytes(mine.resolve("model.npz"));
    Files.delete(mine.resolve("run.json"));
    Files.delete(mine.resolve("model.npz"));
    List<String> resume = List.of("--resume", "home/mine");
    Process process = KilledRun.startIn(folder, resume, folder);
    assertEquals(0, process.waitFor(), () -> KilledRun.output(folder));
    assertArrayEquals(model, Files.readAllBytes(mine.resolve("model.npz")));
  }

  @Test
  void changedDataAreRefused() throws IOException {
    Path images = data.resolve("train-images-idx3-ubyte");
    byte[] good = Files.readAllBytes(images);
    byte[] changed = good.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(images, changed);
    try {
      String line = resume().errorLine(2);
      assertTrue(line.contains("its data changed since it began (train-images-idx3-ubyte)"), line);
    } finally {
      Files.write(images, good);
    }
  }

  @Test
  void aRunOfAnotherVersionIsRefused() throws IOException, DamagedException {
    Path file = new CheckpointFolder(run).start();
    RunStart start = SealedJson.read(file, RunStart.class);
    Build other = new Build("0.0.1", "abc", false);
    SealedJson.write(
        file,
        new RunStart(
            start.commandLine(),
            start.started(),
            start.config(),
            start.data(),
            other,
            start.backend()));
    String line = resume().errorLine(2);
    assertTrue(line.contains("was begun by Twinprop 0.0.1, commit abc, but this is "), line);
  }

  @Test
  void twoAtOnceAreRefused() {
    try (RunFolder held = RunFolder.again(run)) {
      assertEquals(run, held.path());
      assertTrue(resume().errorLine(2).contains("another twinprop is at work in "));
      assertThrows(BadInput.class, () -> RunFolder.again(run));
    }
    RunFolder.again(run).close();
  }

  @Test
  void anotherProcessIsRefusedToo() throws IOException, InterruptedException {
    try (RunFolder held = RunFolder.again(run)) {
      Process process = KilledRun.start(List.of("--resume", held.path().toString()), folder);
      assertEquals(2, process.waitFor(), () -> KilledRun.output(folder));
      assertTrue(
          KilledRun.output(folder).contains("another twinprop is at work in "),
          () -> KilledRun.output(folder));
    }
  }

  /** Disk full, as a process meets it whose files may be of some size alone. */
  @ParameterizedTest
  @CsvSource({"60, 0000000000.npz", "400, report.html"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: Windows has no ulimit")
  void aDiskThatIsFullEndsInOneLineAndTheRunGoesOnWhenThereIsSpace(int kilobytes, String file)
      throws IOException, InterruptedException {
    KilledRun.delete(run);
    List<String> command = new ArrayList<>();
    command.addAll(List.of("bash", "-c", "ulimit -f %d && exec \"$@\"".formatted(kilobytes), "-"));
    command.addAll(KilledRun.command(List.of(), arguments(data, run)));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    assertEquals(2, process.waitFor(), () -> KilledRun.output(folder));
    String line = KilledRun.output(folder).lines().reduce((first, last) -> last).orElseThrow();
    assertTrue(line.startsWith("twinprop: ") && line.contains("File too large"), line);
    assertTrue(line.contains(file) || line.contains("--resume " + run), line);
    resume().succeeded();
    RunComparison.requireSame(whole, run);
  }

  @Test
  void dataThatVanishAreMissedOnlyWhenTheyAreReadAgain() throws IOException, InterruptedException {
    KilledRun.delete(run);
    Path copy = DigitFiles.write(folder.resolve("copy"), 4, 2);
    Process process = KilledRun.start(arguments(copy, run), folder);
    while (!Files.exists(file(3, ".json")) && process.isAlive()) {
      Thread.sleep(5);
    }
    KilledRun.delete(copy);
    assertEquals(0, process.waitFor(), () -> KilledRun.output(folder));
    assertArrayEquals(
        Files.readAllBytes(whole.resolve("model.npz")),
        Files.readAllBytes(run.resolve("model.npz")));
    Files.delete(run.resolve("run.json"));
    assertTrue(resume().errorLine(2).contains(copy.toString()), "the folder is named");
  }

  private static void cut(Path file, int bytes) throws IOException {
    byte[] all = Files.readAllBytes(file);
    assertNotEquals(0, all.length);
    Files.write(file, Arrays.copyOf(all, all.length - bytes), StandardOpenOption.TRUNCATE_EXISTING);
  }
}
