package org.twinprop.experiments.console;

import java.util.Map;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.verification.VerificationReport;

/** Shows a training as it goes: progress within epochs, a row of measures for each. */
public final class ConsoleProgress implements TrainingListener {
  private final Console console;
  private final MetricsRows rows;
  private final VerificationLines verifications;
  private int epochs;
  private int batches;
  private Pace pace;
  private EpochProgress progress;

  /**
   * @param console where to
   * @param validated whether every epoch ends with a measure of validation examples
   */
  public ConsoleProgress(Console console, boolean validated) {
    this(console, validated, Score.ACCURACY);
  }

  /**
   * @param score what validation measures
   */
  public ConsoleProgress(Console console, boolean validated, Score score) {
    this.console = console;
    rows = new MetricsRows(console, validated, score);
    verifications = new VerificationLines(console);
  }

  @Override
  public void started(int epochs, int batches) {
    this.epochs = epochs;
    this.batches = batches;
    pace = new Pace(epochs, batches);
  }

  @Override
  public void resumed(int epoch, int batch) {
    pace.skip((epoch - 1L) * batches + batch);
    console.print(
        epoch > epochs
            ? "All %s were trained before; the test is next."
                .formatted(Formats.count(epochs, "epoch"))
            : "Going on in epoch %d of %d, after batch %s of %s."
                .formatted(epoch, epochs, Formats.count(batch), Formats.count(batches)));
  }

  @Override
  public void batch(int epoch, int batch, int examples, Map<String, Double> losses) {
    if (progress == null) {
      progress = start("epoch %d of %d".formatted(epoch, epochs));
    }
    pace.add(examples, losses);
    progress.batch(batch, pace);
    if (batch == batches) {
      end();
    }
  }

  @Override
  public void measured(EpochMetrics metrics) {
    rows.add(metrics);
    pace.pause();
  }

  @Override
  public void verified(VerificationReport report) {
    verifications.print(report);
    pace.pause();
  }

  /** Takes a bar away that an early end left on the line. */
  public void end() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }

  private EpochProgress start(String epoch) {
    return console.isTerminal()
        ? new BarProgress(console, epoch, batches)
        : new LineProgress(console, epoch, batches);
  }
}
