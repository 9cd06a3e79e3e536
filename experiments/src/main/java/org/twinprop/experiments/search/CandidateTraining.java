package org.twinprop.experiments.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.console.CandidateProgress;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.folder.SearchFolder;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.experiments.training.SingleNetwork;
import org.twinprop.layers.Network;
import org.twinprop.trainer.DivergedException;
import org.twinprop.trainer.Fit;
import org.twinprop.trainer.TrainingSettings;
import org.twinprop.trainer.search.CandidateOutcome;
import org.twinprop.trainer.search.CandidateResult;
import org.twinprop.trainer.search.GroupError;
import org.twinprop.trainer.search.Measures;
import org.twinprop.trainer.search.Trials;

/** Trains candidates on the examples of a search, and keeps what came of them in its folder. */
final class CandidateTraining implements Trials {
  private static final Logger LOGGER = LoggerFactory.getLogger(CandidateTraining.class);

  private final SearchPlan plan;
  private final SearchData data;
  private final SearchFolder folder;
  private final CandidateProgress progress;
  private final Interruption interruption;

  CandidateTraining(
      SearchPlan plan,
      SearchData data,
      SearchFolder folder,
      CandidateProgress progress,
      Interruption interruption) {
    this.plan = plan;
    this.data = data;
    this.folder = folder;
    this.progress = progress;
    this.interruption = interruption;
  }

  @Override
  public Optional<CandidateResult> known(int number, Map<String, String> settings) {
    Optional<CandidateResult> known = folder.candidate(number);
    known
        .filter(result -> !result.settings().equals(settings))
        .ifPresent(
            result -> {
              throw new BadInput(
                  "candidate %d in %s had the settings %s, but this program would give it %s: it was searched by another version; start anew without --resume"
                      .formatted(number, folder.path(), result.settings(), settings));
            });
    return known;
  }

  @Override
  public CandidateResult train(int number, Map<String, String> settings, Judge judge) {
    Attempt attempt = new Attempt(number, settings);
    try {
      return attempt.train(judge);
    } catch (CancellationException e) {
      throw e;
    } catch (DivergedException e) {
      return attempt.ended(CandidateOutcome.DIVERGED, e.getMessage());
    } catch (UnsavedException e) {
      throw e.reason();
    } catch (RuntimeException | OutOfMemoryError e) {
      LOGGER.info("Candidate {} failed", number, e);
      return attempt.ended(CandidateOutcome.FAILED, reason(e));
    }
  }

  /** Ours speak for themselves. */
  private static String reason(Throwable thrown) {
    return thrown instanceof BadInput || thrown instanceof IllegalArgumentException
        ? thrown.getMessage()
        : thrown.toString();
  }

  /** A disk that is full is no fault of a candidate. */
  private static final class UnsavedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsavedException(BadInput reason) {
      super(reason);
    }

    BadInput reason() {
      return (BadInput) getCause();
    }
  }

  /** One candidate on its way. */
  private final class Attempt {
    private final int number;
    private final Map<String, String> settings;
    private final long start = System.nanoTime();
    private CandidateWatch watch;
    private long parameters;

    Attempt(int number, Map<String, String> settings) {
      this.number = number;
      this.settings = settings;
    }

    CandidateResult train(Judge judge) {
      ExperimentSettings experiment = plan.candidate(settings);
      int epochs = experiment.epochs().orElse(data.parts().epochs());
      if (epochs < 1) {
        throw new IllegalArgumentException("a candidate needs at least 1 epoch");
      }
      try (SingleNetwork network = SingleNetwork.of(experiment, data.parts())) {
        parameters = network.parameters();
        watch =
            new CandidateWatch(
                number,
                network.learner(),
                experiment,
                data,
                plan.objective(),
                judge,
                progress,
                interruption);
        fit(experiment, epochs, network);
        if (watch.ending().isPresent()) {
          return ended(CandidateOutcome.STOPPED, watch.ending().get());
        }
        if (watch.epochs() < epochs) {
          throw new CancellationException();
        }
        return ended(CandidateOutcome.FINISHED, null, network.trained());
      }
    }

    private void fit(ExperimentSettings experiment, int epochs, SingleNetwork network) {
      TrainingSettings training =
          new TrainingSettings(
              epochs,
              experiment.batch(),
              experiment.learningRate(),
              experiment.makeSchedule(),
              experiment.seed());
      new Fit(
              List.of(network.learner()),
              data.parts().train(),
              null,
              training,
              experiment.type(),
              null,
              watch)
          .run();
    }

    CandidateResult ended(CandidateOutcome outcome, String reason) {
      return ended(outcome, reason, null);
    }

    private CandidateResult ended(CandidateOutcome outcome, String reason, Network trained) {
      List<Measures> epochs = watch == null ? List.of() : watch.measures();
      List<Double> objectives = new ArrayList<>();
      epochs.forEach(measures -> objectives.add(plan.objective().of(measures)));
      boolean measured =
          outcome == CandidateOutcome.FINISHED || outcome == CandidateOutcome.STOPPED;
      List<GroupError> groups = watch == null ? List.of() : watch.groups();
      CandidateResult result =
          new CandidateResult(
              number,
              settings,
              outcome,
              reason,
              epochs,
              objectives,
              groups,
              measured ? objectives.get(objectives.size() - 1) : null,
              parameters,
              (System.nanoTime() - start) / 1e9);
      try {
        folder.candidate(result, trained);
      } catch (BadInput e) {
        throw new UnsavedException(e);
      }
      return result;
    }
  }
}
