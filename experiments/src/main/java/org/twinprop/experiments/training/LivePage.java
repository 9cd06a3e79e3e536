package org.twinprop.experiments.training;

import org.twinprop.experiments.report.Report;
import org.twinprop.experiments.watch.ReportServer;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * Shows the report while a run goes on: anew after every check, with which each epoch ends.
 *
 * @param account of the run, which must have heard of the check before
 */
record LivePage(ReportServer server, Account account) implements TrainingListener {
  @Override
  public void started(int epochs, int batches) {
    publish();
  }

  @Override
  public void verified(VerificationReport report) {
    publish();
  }

  private void publish() {
    server.publish(
        Integer.toString(account.recorder().verifications().size()),
        Report.render(account.soFar()));
  }
}
