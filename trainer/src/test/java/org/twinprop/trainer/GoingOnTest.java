package org.twinprop.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.Examples;
import org.twinprop.data.Split;
import org.twinprop.data.Splits;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Updater;
import org.twinprop.trainer.mitigation.GroupWeights;
import org.twinprop.trainer.mitigation.Oversampling;
import org.twinprop.trainer.twin.Twin;

/** A training that is left and gone on with in other objects, against one that was never left. */
class GoingOnTest {
  private static final Split DIGITS = Splits.byGroup(PenDigits.draw(8, 20, 5), "writer", 0.25, 1);
  private static final String NETWORK =
      "conv(3,5,stride=3) batchnorm relu flatten dropout(0.3) dense(12) tanh dense(10)"
          + " | softmax-xent l2=1e-3";
  private static final int EPOCHS = 3;

  /** Keeps copies after some batch, and stops there. */
  private static final class Keeper implements Checkpointing, TrainingListener {
    final List<EpochMetrics> metrics = new ArrayList<>();
    TrainingState kept;
    int batches;
    int stopAfter = Integer.MAX_VALUE;

    @Override
    public boolean due() {
      return true;
    }

    @Override
    public void keep(TrainingState state) {
      Map<String, INDArray> copies = new LinkedHashMap<>();
      state.arrays().forEach((name, array) -> copies.put(name, array.dup()));
      kept = new TrainingState(state.epoch(), state.batch(), state.sums(), state.steps(), copies);
    }

    @Override
    public void batch(int epoch, int batch, int examples, Map<String, Double> losses) {
      batches++;
    }

    @Override
    public void measured(EpochMetrics row) {
      // how long it took is not the same
      metrics.add(
          new EpochMetrics(row.network(), row.epoch(), row.split(), row.loss(), row.score(), 0, 0));
    }

    @Override
    public boolean stopRequested() {
      return batches >= stopAfter;
    }
  }

  /** Networks that begin with the same numbers. */
  private static final class Pair implements AutoCloseable {
    final Network network;
    final List<Learner> learners = new ArrayList<>();

    Pair(String networkText, String updaterText, DataType type, boolean twin) {
      network = Network.of(networkText, Shape.of(1, 28, 28), type, new He(true), 3);
      Updater updater = NetworkText.parseOne(updaterText, "updater", Catalogue.updaters());
      learners.add(new HandwrittenLearner(network, updater));
      if (twin) {
        learners.add(new TwinLearner(Twin.of(network, updater, 1e-2)));
      }
    }

    Fit fit(Keeper keeper, Examples train, ExampleWeighting weighting) {
      return new Fit(
              learners,
              train,
              DIGITS.heldOut(),
              new TrainingSettings(
                  EPOCHS, 25, 1e-2, NetworkText.parseSchedule("warmup(0.5) cosine"), 7),
              network.type(),
              null,
              keeper,
              weighting)
          .keptBy(keeper);
    }

    void requireSame(Pair other) {
      for (int i = 0; i < learners.size(); i++) {
        Map<String, INDArray> expected = learners.get(i).memory();
        Map<String, INDArray> found = other.learners.get(i).memory();
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach(
            (name, array) ->
                assertArrayEquals(
                    array.data().asDouble(), found.get(name).data().asDouble(), name));
        assertEquals(learners.get(i).steps(), other.learners.get(i).steps());
      }
    }

    @Override
    public void close() {
      learners.forEach(Learner::close);
      network.close();
    }
  }

  private interface Weighting {
    ExampleWeighting anew();
  }

  private static void leaveAndGoOn(
      String updater, DataType type, boolean twin, int left, Examples train, Weighting weighting) {
    Keeper whole = new Keeper();
    Keeper first = new Keeper();
    Keeper second = new Keeper();
    first.stopAfter = left;
    try (Pair never = new Pair(NETWORK, updater, type, twin);
        Pair interrupted = new Pair(NETWORK, updater, type, twin);
        Pair goesOn = new Pair(NETWORK, updater, type, twin)) {
      never.fit(whole, train, weighting.anew()).run();
      assertTrue(interrupted.fit(first, train, weighting.anew()).run().stopped());
      goesOn.fit(second, train, weighting.anew()).goingOnFrom(first.kept).run();
      never.requireSame(goesOn);
      List<EpochMetrics> told = new ArrayList<>(first.metrics);
      told.addAll(second.metrics);
      assertEquals(whole.metrics, told);
      assertEquals(whole.batches, first.batches + second.batches);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT, 1",
    "FLOAT, 5",
    "FLOAT, 7",
    "DOUBLE, 2",
    "DOUBLE, 8",
    "DOUBLE, 10",
  })
  void bothNetworksComeOutBitForBitTheSame(DataType type, int left) {
    leaveAndGoOn("adam(epsilon-hat=true)", type, true, left, DIGITS.kept(), () -> null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sgd",
        "momentum",
        "nesterov",
        "adagrad",
        "rmsprop",
        "adadelta",
        "adamax",
        "nadam",
        "amsgrad",
      })
  void everyUpdaterGoesOnWithWhatItRemembers(String updater) {
    leaveAndGoOn(updater, DataType.FLOAT, true, 5, DIGITS.kept(), () -> null);
  }

  @Test
  void groupWeightsGoOnToo() {
    Examples train = DIGITS.kept();
    leaveAndGoOn(
        "adamw",
        DataType.DOUBLE,
        false,
        5,
        train,
        () -> GroupWeights.robust(train, "population", 0.5));
  }

  @Test
  void groupsThatAreLearnedSeveralTimesAreDrawnTheSame() {
    leaveAndGoOn(
        "sgd",
        DataType.FLOAT,
        true,
        6,
        Oversampling.of(DIGITS.kept(), "digit", 3),
        () -> GroupWeights.balanced(Oversampling.of(DIGITS.kept(), "digit", 3), "digit"));
  }

  @Test
  void theStateOfOtherNetworksIsRefused() {
    Keeper keeper = new Keeper();
    keeper.stopAfter = 2;
    try (Pair one = new Pair(NETWORK, "sgd", DataType.FLOAT, false);
        Pair other = new Pair("flatten dense(10) | softmax-xent", "sgd", DataType.FLOAT, false)) {
      one.fit(keeper, DIGITS.kept(), null).run();
      Fit fit = other.fit(new Keeper(), DIGITS.kept(), null);
      String message =
          assertThrows(IllegalArgumentException.class, () -> fit.goingOnFrom(keeper.kept))
              .getMessage();
      assertTrue(message.contains("'handwritten parameters' is FLOAT["), message);
    }
  }
}
