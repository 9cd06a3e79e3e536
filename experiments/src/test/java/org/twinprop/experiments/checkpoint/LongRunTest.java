package org.twinprop.experiments.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a training in a process of its own holds in memory, from epoch to epoch: as many as {@code
 * -Dtwinprop.epochs=2000} says. With twin, checks and checkpoints. The heap is small, of one size
 * and taken at once, so that what is kept from epoch to epoch would fill it, and what is not freed
 * outside of it would show.
 */
class LongRunTest {
  private static final int EPOCHS = Integer.getInteger("twinprop.epochs", 2000);

  /**
   * As many that the virtual machine has compiled what is used most by epoch {@link #SETTLED},
   * after some 2,000 steps of each network: until then its compiler takes memory, the more the less
   * is compiled, which says nothing of what a training keeps.
   */
  private static final int ROWS = 1000;

  private static final int SETTLED = 50;

  /** Epochs, of more than ten seconds in all. */
  private static final int WINDOW = 50;

  private static final double GROWTH = 1.05;

  @TempDir Path folder;

  @Test
  @EnabledIfSystemProperty(
      named = "twinprop.epochs",
      matches = "\\d+",
      disabledReason = "skipped: takes ten minutes of a core; -Dtwinprop.epochs=2000 runs it")
  @EnabledOnOs(value = OS.LINUX, disabledReason = "skipped: /proc tells what a process holds")
  void memoryStaysWhatItWasAfterEpoch50() throws IOException, InterruptedException {
    Path run = folder.resolve("run");
    Process process =
        KilledRun.start(
            List.of(
                "-Xms64m",
                "-Xmx64m",
                "-XX:+AlwaysPreTouch",
                "-XX:TieredStopAtLevel=4",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:TrimNativeHeapInterval=10000", // as the launcher has it
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"),
            arguments(run),
            folder);
    TreeMap<Long, Long> kilobytes = new TreeMap<>();
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      if (!Files.exists(run.resolve("model.npz"))) {
        Optional<Long> resident = resident(process);
        resident.ifPresent(now -> kilobytes.merge(epoch(run), now, Math::min));
      }
    }
    assertEquals(0, process.exitValue(), () -> KilledRun.output(folder));
    assertTrue(kilobytes.lastKey() > EPOCHS - 10, kilobytes::toString);
    long before = resident(kilobytes, SETTLED);
    long after = resident(kilobytes, EPOCHS - WINDOW);
    System.out.printf(
        "resident: %,d kB after epoch %d, %,d kB after epoch %d (%+.1f%%)%n",
        before, SETTLED, after, EPOCHS, 100.0 * after / before - 100);
    for (long epoch = SETTLED; epoch < EPOCHS; epoch += EPOCHS / 8) {
      System.out.printf("  %,d kB after epoch %d%n", resident(kilobytes, epoch), epoch);
    }
    assertTrue(after <= GROWTH * before, kilobytes::toString);
  }

  /** The median, for what is freed is given back every ten seconds, and stays until then. */
  private static long resident(TreeMap<Long, Long> kilobytes, long epoch) {
    long[] sorted =
        kilobytes.subMap(epoch, true, epoch + WINDOW, true).values().stream()
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }

  private List<String> arguments(Path run) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder table = new StringBuilder("width,depth,price\n");
    for (int row = 0; row < ROWS; row++) {
      double width = random.nextDouble(-2, 2);
      double depth = random.nextDouble(-2, 2);
      double price = width * depth + Math.sin(3 * width) + random.nextDouble();
      table.append(width).append(',').append(depth).append(',').append(price).append('\n');
    }
    Path csv = Files.writeString(folder.resolve("table.csv"), table);
    Path experiment =
        Files.writeString(
            folder.resolve("long.yaml"),
            """
            experiment: table
            csv: %s
            target: price
            network: dense(8) tanh batchnorm dropout(0.1) dense(1) | mse l2=1e-4
            batch: 20
            epochs: %d
            """
                .formatted(csv, EPOCHS));
    return List.of(experiment.toString(), "--out", run.toString(), "--checkpoint-every", "1");
  }

  /** The last that was measured. */
  private static long epoch(Path run) {
    try {
      List<String> rows = Files.readAllLines(run.resolve("metrics.csv"));
      String[] cells = rows.isEmpty() ? new String[0] : rows.get(rows.size() - 1).split(",", -1);
      return cells.length > 1 ? Long.parseLong(cells[1]) : 0;
    } catch (IOException | NumberFormatException e) {
      return 0; // not there yet, or half a row
    }
  }

  /** In kB; empty if the process just ended. */
  private static Optional<Long> resident(Process process) throws IOException {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
