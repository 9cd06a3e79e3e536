package org.twinprop.experiments.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.data.check.CheckRenderer;
import org.twinprop.data.check.CheckTruth;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.check.Damage;
import org.twinprop.data.pen.PenDigits;

class CheckMakingTest {
  private static final int MANY = 1000;

  @TempDir Path folder;

  @Test
  void aStopLeavesTheFirstChecksCompleteAndListed() throws IOException {
    CheckWriters writers = CheckWriters.of(PenDigits.draw(6, 20, 1));
    CheckMaking making =
        new CheckMaking(
            new CheckRenderer(writers, Damage.NONE), 1, new CheckFiles(folder.resolve("checks")));
    List<Integer> done = new CopyOnWriteArrayList<>();
    List<CheckTruth> made = making.make(MANY, () -> done.size() >= 3, done::add);
    assertTrue(made.size() >= 3 && made.size() < MANY, "" + made.size());
    assertEquals(
        IntStream.rangeClosed(1, made.size()).boxed().toList(),
        made.stream().map(CheckTruth::index).toList());
    assertEquals(IntStream.rangeClosed(1, made.size()).boxed().toList(), done);
    assertEquals(2 * made.size() + 1, files());
    for (CheckTruth check : made) {
      Path image = folder.resolve("checks").resolve(CheckFiles.name(check.index()) + ".png");
      assertEquals(1200, ImageIO.read(image.toFile()).getWidth());
    }
    assertEquals(made.size() + 1, Files.readAllLines(folder.resolve("checks/checks.csv")).size());
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("checks"))) {
      return files.count();
    }
  }
}
