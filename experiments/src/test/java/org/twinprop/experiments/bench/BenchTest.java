package org.twinprop.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.DigitFiles;

class BenchTest {
  @TempDir Path folder;

  /** With one thread, two short rounds and results in a folder. */
  private Captured bench(String... arguments) {
    List<String> all = new ArrayList<>(List.of("bench"));
    all.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    all.addAll(List.of("--threads", "1", "--rounds", "2", "--warm-up", "0"));
    all.addAll(List.of("--out", out.toString(), "--json", "-"));
    return Captured.of(all.toArray(String[]::new));
  }

  private String digits() {
    return DigitFiles.write(folder.resolve("digits"), 5, 1).toString();
  }

  /** A Python that says what it is told to, line by line, whatever it is asked. */
  private Path python(String... lines) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh here");
    Path file = folder.resolve("python");
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  @Test
  void everyContestantIsMeasuredInAProcessOfItsOwn() throws IOException {
    Captured bench = bench("mlp", "--data", digits(), "--batch", "32", "--steps", "2").succeeded();
    JsonNode result = new ObjectMapper().readTree(bench.out());
    assertEquals("mlp", result.get("work").asText());
    assertFalse(result.at("/machine/processor/name").asText().isEmpty());
    JsonNode figures = result.at("/measurements/0/figures");
    assertEquals("handwritten", figures.at("/0/contestant").asText());
    assertEquals("dl4j", figures.at("/1/contestant").asText());
    for (JsonNode one : figures) {
      assertEquals(2, one.get("turns").size());
      assertTrue(one.get("median").asDouble() > 0);
      assertTrue(one.get("peak_memory_bytes").asLong() > 50_000_000, one::toString);
    }
    double ratio = figures.at("/0/median").asDouble() / figures.at("/1/median").asDouble();
    assertEquals(ratio, figures.at("/1/ratio").asDouble(), 1e-12);
    assertTrue(bench.err().contains("times as fast"), bench.err());
    List<String> rows = Files.readAllLines(folder.resolve("out/bench.csv"));
    assertEquals(String.join(",", BenchTable.HEADER), rows.get(0));
    assertEquals(3, rows.size());
    Document page = Jsoup.parse(Files.readString(folder.resolve("out/report.html")));
    assertEquals(2, page.select("figure.chart table tbody tr").size());
  }

  @Test
  void aPeerThatIsNotThereIsALineAndNoError() throws IOException {
    Path python = python("echo '{\"lacking\": \"this Python has no torch\"}'");
    Captured bench =
        bench(
                "lenet",
                "--data",
                digits(),
                "--batch",
                "8",
                "--steps",
                "1",
                "--peers",
                python.toString())
            .succeeded();
    JsonNode missing = new ObjectMapper().readTree(bench.out()).at("/measurements/0/missing");
    assertEquals(1, missing.size());
    assertEquals("PyTorch: this Python has no torch", missing.get(0).asText());
    assertTrue(bench.err().contains("- PyTorch: this Python has no torch"), bench.err());
  }

  @Test
  void aPeerTakesTurnsWithTheOthersAndIsComparedWithTheBestOfOurs() throws IOException {
    Path python =
        python(
            "echo '{\"software\": \"fairlearn 9\"}'",
            "while read round; do",
            "  echo '{\"speed\": 0.5, \"peak_memory_bytes\": 42}'",
            "done");
    Captured bench = bench("audit", "--rows", "500", "--peers", python.toString()).succeeded();
    JsonNode figures = new ObjectMapper().readTree(bench.out()).at("/measurements/0/figures");
    assertEquals("twinprop", figures.at("/0/contestant").asText());
    assertEquals("fairlearn 9", figures.at("/1/software").asText());
    assertEquals("[0.5,0.5]", figures.at("/1/turns").toString());
    assertEquals(42, figures.at("/1/peak_memory_bytes").asLong());
    assertEquals(figures.at("/0/median").asDouble() / 0.5, figures.at("/1/ratio").asDouble(), 1e-9);
  }

  @Test
  void aStudentsFileIsJudgedAndNobodyElseDoesThat() throws IOException {
    Captured bench = bench("verify").succeeded();
    JsonNode measurements = new ObjectMapper().readTree(bench.out()).get("measurements");
    assertEquals(2, measurements.size());
    assertEquals("files", measurements.at("/0/unit").asText());
    assertEquals(1, measurements.at("/1/figures").size());
  }

  @Test
  void aPythonThatIsNamedAndNotThereIsBadInput() {
    String line = bench("mlp", "--peers", "/no/such/python").errorLine(2);
    assertTrue(line.startsWith("--peers /no/such/python: there is no such program"), line);
    assertFalse(Files.exists(folder.resolve("out")));
  }
}
