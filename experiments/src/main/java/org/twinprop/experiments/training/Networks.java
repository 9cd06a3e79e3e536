package org.twinprop.experiments.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.updater.Updater;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.Learner;
import org.twinprop.trainer.TwinLearner;
import org.twinprop.trainer.twin.Twin;
import org.twinprop.trainer.verification.NetworkVerification;
import org.twinprop.trainer.verification.Verification;

/**
 * The networks of a run: the hand-written one, its twin where there is one, and their checks.
 *
 * @param network written by hand
 * @param handwritten trains it
 * @param twin trains DL4J's
 * @param whyNoTwin the reason, where DL4J was asked for and cannot
 * @param compared whether checks hold gradients against DL4J's, which an untrained twin gives too
 */
record Networks(
    Network network,
    HandwrittenLearner handwritten,
    Optional<TwinLearner> twin,
    Optional<String> whyNoTwin,
    boolean compared)
    implements AutoCloseable {

  /** Builds all of them on the same parameters. */
  static Networks of(ExperimentSettings settings, TaskData data) {
    Architecture architecture = settings.architecture();
    Shape input = Shape.of(data.train().inputShape());
    Network network = new Network(architecture, input, settings.type(), settings.seed());
    network.initialize(settings.makeInitializer());
    Updater updater = settings.makeUpdater();
    Optional<String> inexpressible =
        settings.twin() ? Twin.whyNot(architecture, input) : Optional.empty();
    Optional<String> whyNot =
        settings.twin()
            ? inexpressible
                .or(() -> Twin.whyNotTrained(updater))
                .or(() -> whyNotMitigated(settings, network, data))
            : Optional.empty();
    Optional<TwinLearner> twin =
        settings.twin() && whyNot.isEmpty()
            ? Optional.of(new TwinLearner(Twin.of(network, updater, settings.learningRate())))
            : Optional.empty();
    return new Networks(
        network,
        new HandwrittenLearner(network, updater),
        twin,
        whyNot,
        settings.twin() && inexpressible.isEmpty());
  }

  /** Why DL4J cannot train as the settings want it for groups. */
  private static Optional<String> whyNotMitigated(
      ExperimentSettings settings, Network network, TaskData data) {
    return settings
        .mitigation()
        .flatMap(
            what ->
                switch (what.kind()) {
                  case GROUP_DRO -> Optional.of(Mitigation.NO_TWIN);
                  case REWEIGHT ->
                      Twin.whyNotWeighted(network)
                          .or(() -> whyNotSingle(data.train().size() % settings.batch()));
                  case OVERSAMPLE, THRESHOLDS -> Optional.empty();
                });
  }

  private static Optional<String> whyNotSingle(int last) {
    return last == 1
        ? Optional.of("DL4J takes no weight for the only example of a batch, as the last one has")
        : Optional.empty();
  }

  /** The hand-written one first: its twin drops what it has dropped. */
  List<Learner> learners() {
    List<Learner> learners = new ArrayList<>();
    learners.add(handwritten);
    twin.ifPresent(learners::add);
    return learners;
  }

  /** Writes each as its own kind of file. */
  void save(RunFolder folder) {
    folder.model(network);
    try {
      if (twin.isPresent()) {
        twin.get().save(folder.path().resolve("model-dl4j.zip"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The checks of the hand-written network: against differences, and against DL4J. */
  Verification verification(ExperimentSettings settings, TaskData data) {
    return new NetworkVerification(
        network,
        settings.makeUpdater(),
        settings.learningRate(),
        data.train(),
        compared,
        settings.seed());
  }

  @Override
  public void close() {
    learners().forEach(Learner::close);
    network.close();
  }
}
