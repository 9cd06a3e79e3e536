package org.twinprop.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.DigitFiles;

class BenchTest {
  @TempDir Path folder;

  @Test
  void everyTurnOfBothContestantsIsReported() throws IOException {
    String data = DigitFiles.write(folder, 5, 1).toString();
    Captured bench =
        Captured.of(
                "bench",
                "mlp",
                "--data",
                data,
                "--batch",
                "32",
                "--steps",
                "2",
                "--rounds",
                "3",
                "--warm-up",
                "1",
                "--json",
                "-")
            .succeeded();
    JsonNode result = new ObjectMapper().readTree(bench.out());
    assertEquals("mlp", result.get("workload").asText());
    JsonNode timings = result.get("timings");
    assertEquals("handwritten", timings.get(0).get("name").asText());
    assertEquals("dl4j", timings.get(1).get("name").asText());
    for (JsonNode timing : timings) {
      assertEquals(3, timing.get("turns").size());
      assertTrue(timing.get("median").asDouble() > 0);
    }
    double ratio =
        timings.get(0).get("median").asDouble() / timings.get(1).get("median").asDouble();
    assertEquals(ratio, timings.get(1).get("handwritten_ratio").asDouble(), 1e-12);
    assertTrue(bench.err().contains("times as fast"), bench.err());
    assertTrue(bench.err().contains("OMP_NUM_THREADS"), bench.err());
  }
}
