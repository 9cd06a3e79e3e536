package org.twinprop.experiments.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinprop.data.Examples;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.trainer.DivergedException;
import org.twinprop.trainer.Fit;
import org.twinprop.trainer.Learner;
import org.twinprop.trainer.TrainingListener;
import org.twinprop.trainer.TrainingSettings;
import org.twinprop.trainer.evaluation.Predictions;

/**
 * Networks that are trained once on given examples, without a folder of their own: one fold of a
 * cross-validation, or one point of a learning curve.
 */
public final class Trial implements AutoCloseable {
  private final ExperimentSettings settings;
  private final Networks networks;
  private boolean stopped;

  private Trial(ExperimentSettings settings, Networks networks) {
    this.settings = settings;
    this.networks = networks;
  }

  /**
   * Trains; nothing is measured on the way.
   *
   * @param data whose training part is learned from
   * @param verified whether gradients are checked before and after each epoch
   * @param listener is told what happens, and asked whether to stop
   * @throws DivergedException if a loss is no longer finite
   */
  public static Trial train(
      ExperimentSettings settings,
      TaskData data,
      int epochs,
      boolean verified,
      TrainingListener listener) {
    TaskData prepared =
        settings.mitigation().map(what -> what.prepared(data, settings.seed())).orElse(data);
    Trial trial = new Trial(settings, Networks.of(settings, prepared));
    try {
      trial.fit(prepared, epochs, verified, listener);
      return trial;
    } catch (RuntimeException | Error e) {
      trial.close();
      throw e;
    }
  }

  private void fit(TaskData data, int epochs, boolean verified, TrainingListener listener) {
    TrainingSettings training =
        new TrainingSettings(
            epochs,
            settings.batch(),
            settings.learningRate(),
            settings.makeSchedule(),
            settings.seed());
    stopped =
        new Fit(
                networks.learners(),
                data.train(),
                null,
                training,
                settings.type(),
                verified ? networks.verification(settings, data) : null,
                listener,
                settings.mitigation().flatMap(what -> what.weighting(data)).orElse(null))
            .run()
            .stopped();
  }

  /** Whether it was ended before its time. */
  public boolean stopped() {
    return stopped;
  }

  /** Why DL4J does not train beside, where it was asked to and cannot. */
  public Optional<String> whyNoTwin() {
    return networks.whyNoTwin();
  }

  /** How many numbers are trained. */
  public long parameters() {
    return networks.network().parameterVector().length();
  }

  /**
   * What each network makes of some examples, the hand-written one first.
   *
   * @throws java.util.concurrent.CancellationException if an end is asked for before it is done
   */
  public List<Predictions> predictions(Examples examples, Interruption interruption) {
    List<Predictions> predictions = new ArrayList<>();
    for (Learner learner : networks.learners()) {
      Learner interruptible = new InterruptibleLearner(learner, interruption);
      predictions.add(Predictions.of(interruptible, examples, settings.batch(), settings.type()));
    }
    return predictions;
  }

  @Override
  public void close() {
    networks.close();
  }
}
