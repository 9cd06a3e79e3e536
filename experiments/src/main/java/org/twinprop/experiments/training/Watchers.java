package org.twinprop.experiments.training;

import java.util.List;
import java.util.Map;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.verification.VerificationReport;

/** Everyone who watches a training, told in order; signals are asked whether to stop. */
record Watchers(List<TrainingListener> all, Interruption interruption) implements TrainingListener {

  @Override
  public void started(int epochs, int batches) {
    all.forEach(one -> one.started(epochs, batches));
  }

  @Override
  public void resumed(int epoch, int batch) {
    all.forEach(one -> one.resumed(epoch, batch));
  }

  @Override
  public void batch(int epoch, int batch, int examples, Map<String, Double> losses) {
    all.forEach(one -> one.batch(epoch, batch, examples, losses));
  }

  @Override
  public void verified(VerificationReport report) {
    all.forEach(one -> one.verified(report));
  }

  @Override
  public void measured(EpochMetrics metrics) {
    all.forEach(one -> one.measured(metrics));
  }

  @Override
  public boolean stopRequested() {
    return interruption.requested();
  }
}
