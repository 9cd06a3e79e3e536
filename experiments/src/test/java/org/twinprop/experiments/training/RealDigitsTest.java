package org.twinprop.experiments.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.data.Mnist;
import org.twinprop.experiments.Captured;

class RealDigitsTest {
  @TempDir Path folder;

  @Test
  void aShortRunOnRealHandwriting() throws IOException {
    Path data = mnist();
    Captured run =
        Captured.of(
                "run",
                "checks",
                "--data",
                data.toString(),
                "--out",
                folder.resolve("run").toString(),
                "--limit",
                "600",
                "--epochs",
                "1",
                "--learning-rate",
                "0.01",
                "--net",
                "conv(6,5,stride=2) relu maxpool(2) flatten dense(10) | softmax-xent",
                "--json",
                "-")
            .succeeded();
    JsonNode result = new ObjectMapper().readTree(run.out());
    JsonNode overall = result.get("groups").get(0);
    assertEquals(10_000, overall.get("n").asInt());
    assertTrue(overall.get("error_rate").asDouble() < 0.6, overall.toString());
    assertTrue(run.err().contains("high-school students"), run.err());
    assertTrue(run.err().contains("MNIST in " + data + " (--data)"), run.err());
  }

  private static Path mnist() {
    String named = System.getenv("TWINPROP_DATA");
    Path folder = named == null || named.isBlank() ? beside("shared/data") : Path.of(named);
    String reason =
        "skipped: no MNIST files with writers in %s; name their folder with TWINPROP_DATA"
            .formatted(folder);
    if (!Files.isDirectory(folder) || !Mnist.isComplete(folder)) {
      System.err.println(reason);
      Assumptions.abort(reason);
    }
    return folder;
  }

  /** A folder beside the project. */
  private static Path beside(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.isDirectory(root.resolve("layers"))) {
      root = root.getParent();
    }
    return root.resolveSibling(name);
  }
}
