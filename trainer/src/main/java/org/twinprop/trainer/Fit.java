package org.twinprop.trainer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.Batch;
import org.twinprop.data.Batches;
import org.twinprop.data.Examples;
import org.twinprop.trainer.evaluation.Predictions;
import org.twinprop.trainer.verification.Verification;

/**
 * Trains networks in lock-step: every batch goes to each of them before the next is drawn, so that
 * they see the same examples in the same order.
 */
public final class Fit {
  private final List<Learner> learners;
  private final Examples train;
  private final Examples validation;
  private final TrainingSettings settings;
  private final DataType type;
  private final Verification verification;
  private final TrainingListener listener;
  private final ExampleWeighting weighting;
  private Checkpointing checkpoints = Checkpointing.NONE;
  private TrainingState before;

  /**
   * What came of it.
   *
   * @param epochs that were finished
   * @param stopped whether the listener ended it before its time
   */
  public record Result(int epochs, boolean stopped) {}

  /**
   * @param learners the networks, the hand-written one first
   * @param train examples to learn from
   * @param validation examples to measure on after every epoch; null for none
   * @param settings epochs, batch size, learning rate and seed
   * @param type of the batches
   * @param verification checked before the first epoch and after each; null for none
   * @param listener is told what happens
   */
  public Fit(
      List<Learner> learners,
      Examples train,
      Examples validation,
      TrainingSettings settings,
      DataType type,
      Verification verification,
      TrainingListener listener) {
    this(learners, train, validation, settings, type, verification, listener, null);
  }

  /**
   * @param weighting how much examples count; null where all count alike
   */
  public Fit(
      List<Learner> learners,
      Examples train,
      Examples validation,
      TrainingSettings settings,
      DataType type,
      Verification verification,
      TrainingListener listener,
      ExampleWeighting weighting) {
    this.weighting = weighting;
    this.learners = List.copyOf(learners);
    this.train = train;
    this.validation = validation;
    this.settings = settings;
    this.type = type;
    this.verification = verification;
    this.listener = listener;
  }

  /** The same training, whose state is kept as it goes on. */
  public Fit keptBy(Checkpointing keeper) {
    checkpoints = keeper;
    return this;
  }

  /**
   * The same training, which goes on where another one of the same settings was left.
   *
   * @throws IllegalArgumentException if the state is that of other networks
   */
  public Fit goingOnFrom(TrainingState state) {
    state.restore(learners, weighting);
    before = state;
    return this;
  }

  /**
   * Trains all epochs, or until the listener asks to stop.
   *
   * @throws DivergedException if a loss is no longer finite; names epoch, batch and layer
   */
  public Result run() {
    try (Batches batches = new Batches(train, settings.batchSize(), type)) {
      listener.started(settings.epochs(), batches.count());
      begin(batches);
      for (int epoch = first(); epoch <= settings.epochs(); epoch++) {
        if (!trainEpoch(batches, epoch)) {
          return new Result(epoch - 1, true);
        }
        measure(epoch);
        verify(epoch);
        keep(epoch + 1, 0, Map.of());
        if (listener.stopRequested()) {
          return new Result(epoch, epoch < settings.epochs());
        }
      }
      return new Result(settings.epochs(), false);
    }
  }

  private int first() {
    return before == null ? 1 : before.epoch();
  }

  private void begin(Batches batches) {
    if (before == null) {
      verify(0);
      keep(1, 0, Map.of());
    } else {
      listener.resumed(before.epoch(), before.batch());
      takeOverLearningRate(batches.count());
    }
  }

  private void takeOverLearningRate(int batches) {
    boolean between = before.batch() == 0;
    int epoch = between ? before.epoch() - 1 : before.epoch();
    if (epoch > 0) {
      double rate = learningRate(epoch, between ? batches : before.batch(), batches);
      learners.forEach(learner -> learner.lastLearningRate(rate));
    }
  }

  /** Whether the epoch was trained to its end. */
  private boolean trainEpoch(Batches batches, int epoch) {
    boolean goesOn = before != null && before.epoch() == epoch && before.batch() > 0;
    Map<String, RunningMeans> means = new LinkedHashMap<>();
    learners.forEach(learner -> means.put(learner.name(), means(learner, goesOn)));
    int number = goesOn ? before.batch() : 0;
    for (Batch batch : batches.epoch(settings.seed(), epoch, number)) {
      number++;
      double rate = learningRate(epoch, number, batches.count());
      Map<String, Double> losses = new LinkedHashMap<>();
      for (Learner learner : learners) {
        losses.put(learner.name(), step(learner, batch, rate, new Moment(epoch, number), means));
      }
      listener.batch(epoch, number, batch.rows().length, losses);
      if (number < batches.count() && stopsAfter(epoch, number, means)) {
        return false;
      }
    }
    means.forEach((name, mean) -> listener.measured(mean.metrics(name, epoch)));
    return true;
  }

  private RunningMeans means(Learner learner, boolean goesOn) {
    return goesOn ? new RunningMeans(before.sums().get(learner.name())) : new RunningMeans();
  }

  /** What there is, is kept before a stop, and from time to time. */
  private boolean stopsAfter(int epoch, int batch, Map<String, RunningMeans> means) {
    boolean stop = listener.stopRequested();
    if (stop || checkpoints.due()) {
      Map<String, LossSum> sums = new LinkedHashMap<>();
      means.forEach((name, mean) -> sums.put(name, mean.sum()));
      keep(epoch, batch, sums);
    }
    return stop;
  }

  private void keep(int epoch, int batch, Map<String, LossSum> sums) {
    if (checkpoints.wanted()) {
      TrainingState state = TrainingState.of(epoch, batch, sums, learners, weighting);
      try {
        checkpoints.keep(state);
      } finally {
        state.closeCopies();
      }
    }
  }

  /** Which batch of which epoch, both from 1. */
  private record Moment(int epoch, int batch) {}

  /**
   * Of a batch: at the middle of its step, for no schedule is at 0 there, as DL4J would not take.
   */
  private double learningRate(int epoch, int batch, int batches) {
    double epochsBefore = epoch - 1 + (batch - 0.5) / batches;
    return settings.learningRate() * settings.schedule().factor(epochsBefore, settings.epochs());
  }

  private double step(
      Learner learner, Batch batch, double rate, Moment moment, Map<String, RunningMeans> means) {
    long start = System.nanoTime();
    try {
      double loss =
          weighting == null
              ? learner.step(batch.x(), batch.y(), rate)
              : learner.step(batch.x(), batch.y(), weighting.of(batch.rows()), rate);
      means.get(learner.name()).add(loss, batch.rows().length, System.nanoTime() - start);
      return loss;
    } catch (DivergedException e) {
      throw e.at(moment.epoch(), moment.batch());
    }
  }

  private void measure(int epoch) {
    if (validation == null) {
      return;
    }
    for (Learner learner : learners) {
      Predictions predictions = Predictions.of(learner, validation, settings.batchSize(), type);
      listener.measured(predictions.metrics(epoch, "validation"));
    }
  }

  private void verify(int epoch) {
    if (verification != null) {
      listener.verified(verification.check(epoch));
    }
  }
}
