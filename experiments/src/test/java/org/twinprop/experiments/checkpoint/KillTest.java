package org.twinprop.experiments.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.experiments.DigitFiles;

/**
 * Runs in processes of their own that are killed without a word (SIGKILL) at random moments, from
 * their start to their end, and resumed after each, until one comes to its end: that must have left
 * what a run that was never killed leaves. Then the next run is begun, until there were enough
 * kills: 20, or as many as {@code -Dtwinprop.kills=200} says.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("twinprop.kills", 20);
  private static final long SEED = Long.getLong("twinprop.kills.seed", 1);

  @TempDir Path folder;

  @Test
  void killedRunsComeToTheSameEnd() throws IOException, InterruptedException {
    Path data = DigitFiles.write(folder.resolve("digits"), 8, 2);
    SplittableRandom random = new SplittableRandom(SEED);
    List<Setup> setups = List.of(new Setup("float64"), new Setup("float32"));
    for (Setup setup : setups) {
      setup.never = folder.resolve("never-" + setup.type);
      long start = System.nanoTime();
      assertEquals(0, KilledRun.start(setup.begin(data, setup.never), folder).waitFor());
      setup.nanoseconds = System.nanoTime() - start;
    }
    Tally tally = new Tally();
    for (int number = 0; tally.kills < KILLS; number++) {
      Setup setup = setups.get(number % setups.size());
      Path run = folder.resolve("killed-" + number);
      killAndResume(setup, data, run, random, tally);
      if (tally.kills < KILLS || Files.exists(run.resolve("report.html"))) {
        RunComparison.requireSame(setup.never, run);
        tally.compared++;
      }
    }
    System.out.println(tally);
    assertEquals(KILLS, tally.kills);
    assertTrue(tally.compared >= 1, tally::toString);
    assertTrue(tally.withCheckpoints >= KILLS / 4, tally::toString);
  }

  /** Until it ends by itself, which it may do once there were enough kills. */
  private void killAndResume(Setup setup, Path data, Path run, SplittableRandom random, Tally tally)
      throws IOException, InterruptedException {
    while (true) {
      boolean begun = Files.exists(run.resolve("checkpoints/start.json"));
      if (!begun) {
        KilledRun.delete(run);
      }
      Process process =
          KilledRun.start(
              begun ? List.of("--resume", run.toString()) : setup.begin(data, run), folder);
      long wait = tally.kills < KILLS ? random.nextLong(setup.nanoseconds) : Long.MAX_VALUE;
      if (!KilledRun.killedAfter(wait, process)) {
        assertEquals(0, process.exitValue(), () -> KilledRun.output(folder));
        return;
      }
      tally.add(run);
    }
  }

  /** A run, its twin that is never killed, and how long that took. */
  private static final class Setup {
    final String type;
    Path never;
    long nanoseconds;

    Setup(String type) {
      this.type = type;
    }

    List<String> begin(Path data, Path out) {
      List<String> arguments = new ArrayList<>(List.of("checks", "--data", data.toString()));
      arguments.addAll(List.of("--type", type, "--epochs", "6", "--batch", "20"));
      arguments.addAll(List.of("--checkpoint-every", "0", "--out", out.toString()));
      arguments.addAll(
          List.of(
              "--net",
              "conv(3,5,stride=3) batchnorm relu flatten dropout(0.3) dense(10) | softmax-xent l2=1e-3"));
      return arguments;
    }
  }

  /** What the kills hit. */
  private static final class Tally {
    int kills;
    int withCheckpoints;
    int halfWritten;
    int trained;
    int compared;

    void add(Path run) throws IOException {
      kills++;
      if (Files.isDirectory(run.resolve("checkpoints"))) {
        withCheckpoints += matching(run.resolve("checkpoints"), "\\d+\\.json") > 0 ? 1 : 0;
        halfWritten +=
            matching(run.resolve("checkpoints"), "\\..*tmp") + matching(run, "\\..*tmp") > 0
                ? 1
                : 0;
        trained += Files.exists(run.resolve("model.npz")) ? 1 : 0;
      }
    }

    private static long matching(Path in, String name) throws IOException {
      try (Stream<Path> files = Files.list(in)) {
        return files.filter(file -> file.getFileName().toString().matches(name)).count();
      }
    }

    @Override
    public String toString() {
      return "%d kills (%d with checkpoints on disk, %d with a file half-written, %d after training); %d runs came to the same end bit for bit"
          .formatted(kills, withCheckpoints, halfWritten, trained, compared);
    }
  }
}
