package org.twinprop.experiments.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether two runs left the same, bit for bit, but for times. */
final class RunComparison {
  private static final List<String> SAME =
      List.of(
          "config.yaml",
          "model-dl4j.zip",
          "model.npz",
          "model.json",
          "predictions.csv",
          "groups.csv",
          "gradients.csv");

  private RunComparison() {}

  static void requireSame(Path expected, Path found) throws IOException {
    for (String file : SAME) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(file)),
          Files.readAllBytes(found.resolve(file)),
          found + ": " + file);
    }
    assertTrue(Files.size(found.resolve("report.html")) > 0, found + ": report.html");
    assertEquals(metrics(expected), metrics(found), found + ": metrics.csv");
  }

  /** All columns but the two of time, which are the last. */
  private static List<String> metrics(Path run) throws IOException {
    return Files.readAllLines(run.resolve("metrics.csv")).stream()
        .map(line -> line.replaceAll("(,[^,]*){2}$", ""))
        .toList();
  }
}
