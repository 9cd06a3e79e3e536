package org.twinprop.experiments.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.evaluation.PredictionsAudit;
import org.twinprop.trainer.verification.GradientComparison;
import org.twinprop.trainer.verification.VerificationReport;

class TablesTest {
  @TempDir Path scratch;

  @ParameterizedTest
  @EnumSource(Score.class)
  void metricsComeBackAsTheSameNumbersWhileTheRunGoesOn(Score score) throws IOException {
    EpochMetrics first = new EpochMetrics("handwritten", 1, "train", 1.0 / 3, 0.1, 1e-300, 12345.6);
    EpochMetrics second = new EpochMetrics("dl4j", 1, "train", 2.0 / 3, Double.NaN, 3, 4);
    try (RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      folder.metrics(first, score);
      assertEquals(List.of(first), metrics(score));
      folder.metrics(second, score);
      assertEquals(List.of(first, second), metrics(score));
    }
  }

  private List<EpochMetrics> metrics(Score score) throws IOException {
    return read("metrics.csv").stream()
        .map(
            row ->
                new EpochMetrics(
                    row.getField("network"),
                    Integer.parseInt(row.getField("epoch")),
                    row.getField("split"),
                    number(row, "loss"),
                    number(row, score == Score.ACCURACY ? "accuracy" : "rmse"),
                    number(row, "seconds"),
                    number(row, "examples_per_second")))
        .toList();
  }

  @Test
  void checksComeBackAsTheSameNumbers() throws IOException {
    List<GradientComparison> rows =
        List.of(
            new GradientComparison(2, "layer 1, conv(20,5)", "W1", 3e-9, 4e-16, "[0, 1]", true),
            new GradientComparison(2, "network", "output", Double.NaN, 0.5, "1 against 2", false));
    try (RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      folder.verification(new VerificationReport(2, rows, List.of()));
      assertEquals(rows, read("gradients.csv").stream().map(TablesTest::comparison).toList());
    }
  }

  private static GradientComparison comparison(NamedCsvRecord row) {
    return new GradientComparison(
        Integer.parseInt(row.getField("epoch")),
        row.getField("layer"),
        row.getField("parameter"),
        number(row, "max_relative_error_numeric"),
        number(row, "max_relative_error_dl4j"),
        row.getField("worst"),
        Boolean.parseBoolean(row.getField("ok")));
  }

  @Test
  void groupsKeepTheirNames() throws IOException {
    Predictions predictions =
        FewDigits.predictions("dl4j", new int[] {0, 7, 9}, new float[] {0.9f, 0.8f, 0.7f});
    try (RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      folder.groups("network", Map.of("dl4j", PredictionsAudit.of(predictions, 10, 1)));
      List<NamedCsvRecord> rows =
          read("groups.csv").stream()
              .filter(row -> row.getField("column").equals("person"))
              .toList();
      assertEquals(FewDigits.NAMES, rows.stream().map(row -> text(row, "group")).toList());
      assertEquals("'=SUM(A1)", rows.get(0).getField("group"));
      assertEquals(1, number(rows.get(1), "error_rate"));
      assertEquals("", rows.get(0).getField("brier_low"), "one example has no interval of a mean");
      assertEquals("true", rows.get(0).getField("small"));
    }
  }

  @Test
  void everyPredictionStandsBesideItsLabelAndGroups() throws IOException {
    Predictions own =
        FewDigits.predictions("handwritten", new int[] {0, 7, 9}, new float[] {0.9f, 0.8f, 0.7f});
    Predictions twin =
        FewDigits.predictions("dl4j", new int[] {0, 1, 4}, new float[] {0.6f, 0.5f, 0.4f});
    try (RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      folder.predictions(List.of(own, twin));
      List<NamedCsvRecord> rows = read("predictions.csv");
      assertEquals(
          List.of(
              "row",
              "label",
              "person",
              "digit",
              "handwritten_prediction",
              "handwritten_score",
              "dl4j_prediction",
              "dl4j_score"),
          rows.get(0).getHeader());
      assertEquals(
          List.of("1", "1", FewDigits.NAMES.get(1), "1", "7", "0.8", "1", "0.5"),
          shortened(rows.get(1)));
      assertEquals(FewDigits.NAMES.get(0), text(rows.get(0), "person"));
      assertEquals(3, rows.size());
    }
  }

  /** Scores are floats written as doubles; what counts is that they are the same floats. */
  private static List<String> shortened(NamedCsvRecord row) {
    return row.getFields().stream()
        .map(text -> text.contains(".") ? Float.toString(Float.parseFloat(text)) : text)
        .toList();
  }

  @Test
  void aRegressionHasTargetsAndNoScores() throws IOException {
    FewRents rents = new FewRents();
    Predictions predictions =
        new Predictions("handwritten", rents, new float[][] {{1999}, {2501}, {3000}}, 0.5, 0.1);
    try (RunFolder folder = RunFolder.at(scratch.resolve("run"))) {
      folder.predictions(List.of(predictions));
      List<NamedCsvRecord> rows = read("predictions.csv");
      assertEquals(
          List.of("row", "target", "target_group", "handwritten_prediction"),
          rows.get(0).getHeader());
      assertEquals(List.of("1", "2500.0", "Queens", "2501.0"), rows.get(1).getFields());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "=1+1, '''=1+1'",
    "+cmd, '''+cmd'",
    "-cmd, '''-cmd'",
    "@sum, '''@sum'",
    "＝1, '''＝1'",
    "'''90s', '''''90s'",
    "-5, -5",
    "+1.5e-3, +1.5e-3",
    "plain = text, plain = text",
    "1-2, 1-2"
  })
  void textThatASpreadsheetWouldRunGetsAnApostrophe(String text, String cell) {
    assertEquals(cell, CsvCell.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "a\u001b[31mred, a?[31mred",
    "nul\u0000 bell\u0007 c1\u009b, nul? bell? c1?",
    "over\rwritten, over?written",
    "turned\u202earound\u2066\u200f, turned?around??",
    "line\u2028paragraph\u2029, line?paragraph?",
    "'\u0000=1+1', ?=1+1",
    "'two\r\nlines\nand\ta tab', 'two\r\nlines\nand\ta tab'",
    "\u0645\u06cc\u200c\u0631\u0648\u0645, \u0645\u06cc\u200c\u0631\u0648\u0645",
    "\ud83d\ude00, \ud83d\ude00"
  })
  void charactersThatCannotBeSeenBecomeQuestionMarks(String text, String cell) {
    assertEquals(cell, CsvCell.of(text));
  }

  @Test
  void halfACharacterBecomesAQuestionMark() {
    assertEquals("a?b", CsvCell.of("a\ud83db"));
  }

  @Test
  void numbersKeepEveryDigitAndMissingOnesAreEmpty() {
    assertEquals("0.30000000000000004", CsvCell.of(0.1 + 0.2));
    assertEquals("-1.0E-5", CsvCell.of(-1e-5));
    assertEquals("", CsvCell.of(Double.NaN));
    assertEquals("", CsvCell.of(Float.NaN));
    assertEquals("", CsvCell.of(null));
  }

  private List<NamedCsvRecord> read(String file) throws IOException {
    Path path = scratch.resolve("run").resolve(file);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
      List<NamedCsvRecord> rows = reader.stream().toList();
      assertTrue(!rows.isEmpty(), file + " has no rows");
      return rows;
    }
  }

  private static double number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  private static String text(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.startsWith("'") ? text.substring(1) : text;
  }
}
