package org.twinprop.experiments.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.twinprop.experiments.report.Report;
import org.twinprop.experiments.report.SampleRun;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.evaluation.PredictionsAudit;

class RunFolderTest {
  @TempDir Path scratch;

  @Test
  void everyFileOfARunIsThereAtItsEnd() throws IOException {
    try (RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      folder.config(Map.of("epochs", 3));
      SampleRun.complete().metrics().forEach(row -> folder.metrics(row, Score.ACCURACY));
      SampleRun.complete().verifications().forEach(folder::verification);
      folder.groups("network", Map.of("dl4j", PredictionsAudit.of(right("dl4j"), 1, 1)));
      folder.predictions(List.of(right("handwritten"), right("dl4j")));
      folder.provenance(SampleRun.complete().provenance());
      folder.page(Report.render(SampleRun.complete()));
    }
    assertEquals(
        List.of(
            "classes.csv",
            "config.yaml",
            "gradients.csv",
            "groups.csv",
            "log.txt",
            "metrics.csv",
            "predictions.csv",
            "report.html",
            "run.json"),
        names(scratch.resolve("run")));
  }

  @Test
  void settingsComeBackFromTheirFileAsTheyWere() throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("network", "dense(10) | softmax-xent l2=1e-4");
    settings.put("twin", "off");
    settings.put("epochs", 3);
    settings.put("learning-rate", 1e-3);
    settings.put("groups", List.of("population", "no", "12"));
    try (RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      folder.config(settings);
      byte[] written = Files.readAllBytes(folder.path().resolve("config.yaml"));
      assertEquals(settings, TextFormats.YAML.readValue(written, Map.class));
    }
  }

  @Test
  void provenanceIsJsonWithKeysLikeThoseOfTheTables() throws IOException {
    try (RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      folder.provenance(SampleRun.complete().provenance());
      JsonNode run = TextFormats.JSON.readTree(folder.path().resolve("run.json").toFile());
      assertEquals("completed", run.at("/outcome").asText());
      assertEquals("2025-03-01T10:15:30Z", run.at("/started").asText());
      assertEquals(42, run.at("/seed").asLong());
      assertEquals(251.4, run.at("/seconds").asDouble());
      assertEquals("1.0.0-M2.1", run.at("/backend/dl4j").asText());
      assertEquals(64, run.at("/data/0/files/0/sha256").asText().length());
      assertEquals("--epochs", run.at("/command_line/3").asText());
      assertEquals("1", run.at("/machine/thread_settings/OMP_NUM_THREADS").asText());
    }
  }

  @Test
  void theLogHoldsWhatOthersLogWhileTheRunLasts() throws IOException {
    Logger other = (Logger) LoggerFactory.getLogger("org.nd4j.linalg.factory.Nd4jBackend");
    other.setLevel(Level.INFO);
    Path log = scratch.resolve("run/log.txt");
    try (RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      other.info("Loaded a backend");
    }
    other.info("Too late");
    other.setLevel(null);
    String written = Files.readString(log);
    assertTrue(written.contains("INFO  Nd4jBackend: Loaded a backend\n"), written);
    assertFalse(written.contains("Too late"), written);
  }

  @Test
  void sameRowsGiveTheSameBytes() throws IOException {
    for (String name : List.of("one", "other")) {
      try (RunFolder folder = RunFolder.at(scratch.resolve(name))) {
        SampleRun.complete().metrics().forEach(row -> folder.metrics(row, Score.ACCURACY));
        SampleRun.complete().verifications().forEach(folder::verification);
        folder.groups("network", Map.of("dl4j", PredictionsAudit.of(right("dl4j"), 1, 1)));
      }
    }
    for (String file : List.of("metrics.csv", "gradients.csv", "groups.csv")) {
      assertArrayEquals(
          Files.readAllBytes(scratch.resolve("one").resolve(file)),
          Files.readAllBytes(scratch.resolve("other").resolve(file)));
    }
  }

  @Test
  void aTableThatFailsHalfWayLeavesNothingBehind() throws IOException {
    Predictions short0 = right("handwritten");
    Predictions cut =
        new Predictions("dl4j", short0.examples(), new float[][] {{1}, null, null}, 0, 0);
    try (RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      assertThrows(NullPointerException.class, () -> folder.predictions(List.of(short0, cut)));
    }
    assertEquals(List.of("log.txt"), names(scratch.resolve("run")));
  }

  private static Predictions right(String network) {
    return FewDigits.predictions(network, new int[] {0, 1, 9}, new float[] {0.9f, 0.8f, 0.7f});
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
