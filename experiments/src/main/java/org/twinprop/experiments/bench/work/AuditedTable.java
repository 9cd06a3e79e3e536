package org.twinprop.experiments.bench.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.twinprop.experiments.folder.CsvTable;

/**
 * A made table of predictions: two classes, a score, and two columns of groups, for some of whom
 * predictions are more often wrong.
 */
public final class AuditedTable {
  /** As the table is called. */
  public static final String FILE = "predictions.csv";

  private static final List<String> HEADER = List.of("label", "prediction", "score", "race", "sex");
  private static final List<String> RACES = List.of("A", "B", "C", "D", "E");
  private static final List<String> SEXES = List.of("female", "male");
  private static final long SEED = 1;

  private AuditedTable() {}

  /** Writes so many rows. */
  public static void write(Path file, int rows) {
    SplittableRandom random = new SplittableRandom(SEED);
    try (CsvTable table = new CsvTable(Files.newOutputStream(file), HEADER)) {
      for (int row = 0; row < rows; row++) {
        int race = random.nextInt(RACES.size());
        int label = random.nextInt(2);
        boolean wrong = random.nextDouble() < 0.05 + 0.02 * race;
        int prediction = wrong ? 1 - label : label;
        double score = (prediction + random.nextDouble()) / 2;
        table.row(
            label, prediction, score, RACES.get(race), SEXES.get(random.nextInt(SEXES.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
