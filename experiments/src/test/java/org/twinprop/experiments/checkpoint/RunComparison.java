package org.twinprop.experiments.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** Whether two runs left the same, bit for bit, but for times. */
final class RunComparison {
  private static final List<String> SAME =
      List.of(
          "config.yaml",
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
    for (String entry : List.of("coefficients.bin", "updaterState.bin")) {
      assertArrayEquals(
          dl4j(expected, entry), dl4j(found, entry), found + ": model-dl4j.zip, " + entry);
    }
  }

  /** All columns but the two of time, which are the last. */
  private static List<String> metrics(Path run) throws IOException {
    return Files.readAllLines(run.resolve("metrics.csv")).stream()
        .map(line -> line.replaceAll("(,[^,]*){2}$", ""))
        .toList();
  }

  private static byte[] dl4j(Path run, String entry) throws IOException {
    try (ZipFile zip = new ZipFile(run.resolve("model-dl4j.zip").toFile())) {
      return zip.getInputStream(zip.getEntry(entry)).readAllBytes();
    }
  }
}
