package org.twinprop.experiments.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  void killedRunsComeToTheSameEnd() throws Exception {
    Path data = DigitFiles.write(folder.resolve("digits"), 8, 2);
    List<Series> series =
        List.of(
            new Series("float64", (KILLS + 1) / 2, SEED, data, folder),
            new Series("float32", KILLS / 2, ~SEED, data, folder));
    ExecutorService side = Executors.newFixedThreadPool(series.size());
    try {
      Tally all = new Tally();
      for (Future<Tally> one : side.invokeAll(series)) {
        all.add(one.get());
      }
      System.out.println(all);
      assertEquals(KILLS, all.kills);
      assertTrue(all.compared >= 1, all::toString);
      assertTrue(all.withCheckpoints >= KILLS / 4, all::toString);
    } finally {
      side.shutdownNow();
    }
  }

  /** Runs of one number type, one after the other, killed until there were enough kills. */
  private static final class Series implements Callable<Tally> {
    private final String type;
    private final int kills;
    private final SplittableRandom random;
    private final Path data;
    private final Path folder;
    private final Tally tally = new Tally();

    Series(String type, int kills, long seed, Path data, Path folder) throws IOException {
      this.type = type;
      this.kills = kills;
      this.random = new SplittableRandom(seed);
      this.data = data;
      this.folder = Files.createDirectory(folder.resolve(type));
    }

    @Override
    public Tally call() throws IOException, InterruptedException {
      Path never = folder.resolve("never");
      long start = System.nanoTime();
      assertEquals(0, KilledRun.start(begin(never), folder).waitFor());
      long nanoseconds = System.nanoTime() - start;
      for (int number = 0; tally.kills < kills; number++) {
        Path run = folder.resolve("killed-" + number);
        killAndResume(run, nanoseconds);
        RunComparison.requireSame(never, run);
        tally.compared++;
      }
      return tally;
    }

    /**
     * Until it ends by itself, as it may once there were enough kills, or turns out to have been
     * killed after the last that it had to write.
     */
    private void killAndResume(Path run, long nanoseconds)
        throws IOException, InterruptedException {
      while (true) {
        boolean begun = Files.exists(run.resolve("checkpoints/start.json"));
        if (!begun) {
          KilledRun.delete(run);
        }
        Process process =
            KilledRun.start(begun ? List.of("--resume", run.toString()) : begin(run), folder);
        long wait = tally.kills < kills ? random.nextLong(nanoseconds) : Long.MAX_VALUE;
        if (!KilledRun.killedAfter(wait, process)) {
          boolean ended = begun && KilledRun.output(folder).contains(run + " is finished");
          assertEquals(ended ? 2 : 0, process.exitValue(), () -> KilledRun.output(folder));
          return;
        }
        tally.killed(run);
      }
    }

    private List<String> begin(Path out) {
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

    void add(Tally other) {
      kills += other.kills;
      withCheckpoints += other.withCheckpoints;
      halfWritten += other.halfWritten;
      trained += other.trained;
      compared += other.compared;
    }

    void killed(Path run) throws IOException {
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
