package org.twinprop.experiments.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.check.CheckRenderer;
import org.twinprop.data.check.CheckWriters;
import org.twinprop.data.check.Damage;
import org.twinprop.data.check.RenderedCheck;
import org.twinprop.data.reading.Calibration;
import org.twinprop.data.reading.Calibrator;
import org.twinprop.data.reading.CheckReader;
import org.twinprop.data.reading.Photo;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.ItemProgress;
import org.twinprop.experiments.console.TextTable;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.layers.Network;

/**
 * The last word on a network that reads digits: whole checks of people whom it has never seen.
 *
 * @param writers of the checks
 * @param learnable digits of other people, some of whom the network was validated with
 * @param count how many checks
 * @param seed of the checks
 */
public record WholeChecks(CheckWriters writers, DigitExamples learnable, int count, long seed) {
  /** What the checks may suffer. */
  private static final Damage DAMAGE = Damage.MODERATE;

  private static final int MOST_CALIBRATION_AMOUNTS = 400;
  private static final long CALIBRATION_SEED = -2;

  /**
   * Makes the checks one by one, reads them, and writes {@code checks.csv} and {@code checks.json}.
   *
   * @param validation whether the network was validated with a writer: the confidence is calibrated
   *     with amounts by these
   * @param stop asked before each check
   * @return empty if the network does not read digits, or if it was stopped
   */
  public Optional<CheckScores> read(
      Network network,
      Predicate<String> validation,
      RunFolder folder,
      Console console,
      BooleanSupplier stop) {
    if (!DigitNetwork.reads(network)) {
      console.note("Whole checks were not read: the network does not take images of 28 x 28.");
      return Optional.empty();
    }
    console.print("Making and reading %s".formatted(Formats.count(count, "whole check")));
    List<ScoredCheck> scored = new ArrayList<>();
    CheckRenderer renderer = new CheckRenderer(writers, DAMAGE);
    DigitNetwork digits = DigitNetwork.borrowed(network);
    Calibration calibration =
        Calibrator.fit(
            digits,
            CheckWriters.of(learnable, validation),
            Math.min(2 * count, MOST_CALIBRATION_AMOUNTS),
            CALIBRATION_SEED);
    SavedCalibration.write(folder, calibration);
    CheckReader reader = new CheckReader(digits, calibration);
    try (ItemProgress progress = new ItemProgress(console, "checks", count)) {
      for (int index = 1; index <= count; index++) {
        if (stop.getAsBoolean()) {
          return Optional.empty();
        }
        RenderedCheck check = renderer.render(seed, index);
        scored.add(ScoredCheck.of(check.truth(), reader.read(Photo.of(check.image()))));
        progress.done(index);
      }
    }
    CheckScores scores = CheckScores.of(scored);
    CheckTable.write(folder, scored);
    folder.json("checks.json", scores);
    print(scores, console);
    return Optional.of(scores);
  }

  private static void print(CheckScores scores, Console console) {
    console.heading("Whole checks by these writers, moderately damaged");
    TextTable table =
        new TextTable()
            .words("checks")
            .numbers("number")
            .numbers("amounts wrong")
            .numbers("95% interval")
            .numbers("digits wrong");
    row(table, "all", scores.overall());
    scores.groups().forEach(score -> row(table, score.group(), score));
    console.print(table.text());
    console.gap();
    TextTable curve =
        new TextTable()
            .numbers("refused")
            .numbers("below confidence")
            .numbers("read")
            .numbers("wrong")
            .numbers("amount error");
    for (CheckScores.Point point : scores.curve()) {
      if (Math.round(100 * point.refused()) <= 30) {
        curve.row(
            percent(point.refused()),
            point.threshold() > 0
                ? String.format(Locale.ROOT, "%.4f", point.threshold())
                : "not read",
            String.valueOf(point.accepted()),
            String.valueOf(point.wrong()),
            percent(point.error().value()));
      }
    }
    console.print(curve.text());
  }

  private static void row(TextTable table, String name, CheckScores.Score score) {
    table.row(
        name,
        String.valueOf(score.checks()),
        percent(score.amountError().value()),
        percent(score.amountError().low()) + " to " + percent(score.amountError().high()),
        percent(score.digitError().value()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
