package org.twinprop.experiments.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinprop.experiments.Captured;

class MitigatedRunTest {
  private static final String SMALL = "embedding(28,2) rnn(2) laststep dense(2) | softmax-xent";

  @TempDir Path folder;

  private Path experiment() throws IOException {
    return Files.writeString(
        folder.resolve("small.yaml"),
        "experiment: opinions\nnetwork: %s\nlimit: 60\nepochs: 1\ntwin: off\n".formatted(SMALL));
  }

  @ParameterizedTest
  @CsvSource({"reweight", "oversample", "group-dro", "thresholds"})
  void everyMitigationTrainsAndIsInTheConfiguration(String kind) throws IOException {
    Path out = folder.resolve(kind);
    Captured captured =
        Captured.of(
                "run",
                experiment().toString(),
                "--mitigation",
                kind,
                "--mitigate-by",
                "population",
                "--out",
                out.toString())
            .succeeded();
    String config = Files.readString(out.resolve("config.yaml"));
    assertTrue(config.contains("mitigation: " + kind + "\nmitigate_by: population\n"), config);
    assertEquals(kind.equals("group-dro"), config.contains("dro_step: 0.01"));
    assertTrue(captured.out().contains("Mitigation "), captured.out());
    assertEquals(kind.equals("thresholds"), captured.out().contains("thresholds with the fewest"));
    assertEquals(kind.equals("thresholds"), Files.exists(out.resolve("thresholds.csv")));
  }

  @Test
  void theThresholdsOfEveryGroupAreKept() throws IOException {
    Path out = folder.resolve("thresholds");
    Captured.of(
            "run",
            experiment().toString(),
            "--mitigation=thresholds",
            "--mitigate-by=population",
            "--out=" + out)
        .succeeded();
    List<String> rows = Files.readAllLines(out.resolve("thresholds.csv"));
    assertEquals("network,column,group,threshold,validation_examples", rows.get(0));
    assertEquals(3, rows.size(), "the header and a row for each dialect: " + rows);
    int validated = 0;
    for (String row : rows.subList(1, 3)) {
      String[] cells = row.split(",");
      double threshold = Double.parseDouble(cells[3]);
      assertTrue(threshold > 0 && threshold < 1, row);
      validated += Integer.parseInt(cells[4]);
    }
    assertTrue(validated > 0, "chosen on nobody: " + rows);
    assertTrue(
        rows.stream().anyMatch(row -> row.endsWith(",harbour,0.5,0")),
        "of whom nobody validates, the threshold stays: " + rows);
  }

  @Test
  void noThresholdDecidesNumbers() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("flats.csv"),
            "size,price,town\n"
                + IntStream.range(0, 60)
                    .mapToObj(i -> "%d.5,%d,%s\n".formatted(i % 17, 3 * i + i % 5, i % 2 == 0))
                    .collect(Collectors.joining()));
    Path out = folder.resolve("out");
    String line =
        Captured.of(
                "run",
                "--csv=" + csv,
                "--target=price",
                "--group=town",
                "--mitigation=thresholds",
                "--mitigate-by=town",
                "--out=" + out)
            .errorLine(2);
    assertTrue(line.contains("numbers are predicted") && !line.contains("there are 0"), line);
    assertFalse(Files.exists(out), "a folder was left behind");
  }

  @Test
  void dl4jSaysWhyItCannot() throws IOException {
    Captured captured =
        Captured.of(
                "run",
                experiment().toString(),
                "--set",
                "twin=on",
                "--set",
                "limit=60",
                "--mitigation=group-dro",
                "--mitigate-by=population",
                "--out",
                folder.resolve("out").toString())
            .succeeded();
    assertTrue(
        captured.out().replaceAll("\\s+", " ").contains("DL4J has no loss whose weights follow"),
        captured.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          --mitigation=reweigh --mitigate-by=population ; --mitigation=reweigh: mitigation is 'reweigh', but must be reweight or oversample
          --mitigation=reweight ; --mitigation=reweight: mitigation needs mitigate_by
          --mitigate-by=population ; mitigate_by says nothing without mitigation
          --mitigation=reweight --mitigate-by=city ; no group column 'city'
          --mitigation=thresholds --mitigate-by=population --folds=2 ; thresholds are chosen on the validation part of a single run
          """)
  void whatCannotBeIsRefusedBeforeAnythingIsWritten(String options, String expected)
      throws IOException {
    Path out = folder.resolve("out");
    String line =
        Captured.of(("run " + experiment() + " --out=" + out + " " + options).split(" "))
            .errorLine(2);
    assertTrue(line.contains(expected), line);
    assertFalse(Files.exists(out), "a folder was left behind");
  }

  @Test
  void thresholdsAreForTwoClasses() {
    Path out = folder.resolve("out");
    String line =
        Captured.of(
                "run",
                "checks",
                "--limit=60",
                "--mitigation=thresholds",
                "--mitigate-by=population",
                "--out=" + out)
            .errorLine(2);
    assertTrue(line.contains("two classes") && line.contains("there are 10"), line);
    assertFalse(Files.exists(out), "a folder was left behind");
  }
}
