package org.twinprop.experiments.console;

import java.util.Map;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.verification.VerificationReport;

/** Shows how far several trainings are, as one: the time left is that of all. */
public final class RepeatProgress implements TrainingListener {
  private final Console console;
  private final VerificationLines verifications;
  private final Interruption interruption;
  private final int batches;
  private final Pace pace;
  private String name = "";
  private int done;
  private EpochProgress progress;

  /**
   * @param batches of all trainings together
   * @param interruption is asked whether to stop
   */
  public RepeatProgress(Console console, int batches, Interruption interruption) {
    this.console = console;
    this.batches = batches;
    this.interruption = interruption;
    verifications = new VerificationLines(console);
    pace = new Pace(1, batches);
  }

  /** The next training begins. */
  public void next(String nameOfTraining) {
    end();
    name = nameOfTraining;
    pace.pause();
  }

  @Override
  public void batch(int epoch, int batch, int examples, Map<String, Double> losses) {
    if (progress == null) {
      progress =
          console.isTerminal()
              ? new BarProgress(console, name, batches)
              : new LineProgress(console, name, batches);
    }
    pace.add(examples, losses);
    progress.batch(++done, pace);
  }

  @Override
  public void measured(EpochMetrics metrics) {
    pace.pause();
  }

  @Override
  public void verified(VerificationReport report) {
    end();
    verifications.print(report);
    pace.pause();
  }

  @Override
  public boolean stopRequested() {
    return interruption.requested();
  }

  /** Takes a bar away, so that lines can be printed. */
  public void end() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }
}
