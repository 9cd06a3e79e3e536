package org.twinprop.experiments.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.file.ExperimentFile;

class WholeChecksTest {
  @TempDir Path scratch;

  @Test
  void aRunReadsAsManyWholeChecksAsItIsAskedTo() throws Exception {
    Path out = scratch.resolve("out");
    Captured run =
        Captured.of(
            "run",
            "checks",
            "--net",
            "flatten dense(10) | softmax-xent",
            "--limit",
            "300",
            "--epochs",
            "1",
            "--twin",
            "off",
            "--read",
            "6",
            "--out",
            out.toString());
    String text = run.succeeded().out();
    assertTrue(text.contains("amounts wrong") && text.contains("refused"), text);
    List<String> rows = Files.readAllLines(out.resolve("checks.csv"));
    assertEquals(7, rows.size(), "a header and a row for each check");
    String page = Jsoup.parse(Files.readString(out.resolve("report.html"))).text();
    assertTrue(page.contains("Error against refusal"), "the report draws it");
    Path again = scratch.resolve("again");
    Captured.of("run", out.resolve("config.yaml").toString(), "--out", again.toString())
        .succeeded();
    assertEquals(rows, Files.readAllLines(again.resolve("checks.csv")), "run from its own file");
  }

  @ParameterizedTest
  @CsvSource({"experiment: check-reader, 200", "experiment: check-reader\\nread: 3, 3"})
  void aFileOfTheReaderSaysHowManyItReads(String lines, int expected) throws Exception {
    Path file =
        Files.writeString(
            scratch.resolve("reader.yaml"),
            lines.replace("\\n", "\n") + "\nnetwork: flatten dense(11) | softmax-xent\n");
    assertEquals(
        expected,
        ExperimentFile.read(file, List.of(), Optional.empty()).toMap(1).get("read"),
        "as config.yaml has it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          run checks --read 5 --folds 2 ; read at the end of a single run
          run checks --read -1 ; -1
          run checks --read 5 --net flatten_dense(10)_|_mse ; and softmax-xent: change that, or read none
          run examples/opinions.yaml --set read=3 ; takes no 'read'
          search checks --set read=3 ; heeds no 'read'
          """)
  void readingChecksIsOfRunsThatReadDigits(String command, String expected) {
    String[] words =
        command
            .replace("examples/", Path.of("").toAbsolutePath().resolveSibling("examples") + "/")
            .split(" ");
    Arrays.setAll(
        words, i -> words[i].startsWith("flatten") ? words[i].replace('_', ' ') : words[i]);
    String line = Captured.of(words).errorLine(2);
    assertTrue(line.contains(expected), line);
  }
}
