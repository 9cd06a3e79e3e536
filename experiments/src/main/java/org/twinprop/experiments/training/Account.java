package org.twinprop.experiments.training;

import java.util.List;
import java.util.Optional;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.report.FeatureView;
import org.twinprop.experiments.report.ReportData;
import org.twinprop.experiments.tasks.TaskData;

/**
 * What there is to tell of a run, while it goes on and at its end.
 *
 * @param beginning what is on record since its start
 * @param features of the first layer, where it can be looked at
 */
record Account(
    Beginning beginning,
    ExperimentSettings settings,
    TaskData data,
    Networks networks,
    Recorder recorder,
    Optional<FeatureView> features) {

  /** What made the run, up to now. */
  Provenance provenance(Outcome outcome) {
    return Provenance.of(
            outcome,
            beginning.commandLine(),
            settings.seed(),
            beginning.started(),
            beginning.stopwatch().seconds(),
            origins())
        .withUnit(data.unit().filter(data.test().groupColumns()::contains));
  }

  private List<DataOrigin> origins() {
    return List.of(
        DataOrigin.of("train", data.train(), data.files()),
        DataOrigin.of("validation", data.validation(), data.files()),
        DataOrigin.of("test", data.test(), data.files()));
  }

  /** Of a run that goes on. */
  ReportData soFar() {
    return report(TrainingEnd.running(), Evaluation.NONE, provenance(Outcome.RUNNING));
  }

  ReportData report(TrainingEnd end, Evaluation evaluation, Provenance provenance) {
    return new ExperimentReport(data, recorder, evaluation, end, networks, features)
        .data(beginning.config(), provenance);
  }
}
