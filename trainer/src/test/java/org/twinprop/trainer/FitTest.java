package org.twinprop.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.Examples;
import org.twinprop.data.Split;
import org.twinprop.data.Splits;
import org.twinprop.data.pen.PenDigits;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.schedule.Schedule;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Updater;
import org.twinprop.trainer.twin.Twin;
import org.twinprop.trainer.verification.NetworkVerification;
import org.twinprop.trainer.verification.VerificationReport;

class FitTest {
  private static final Split DIGITS = Splits.byGroup(PenDigits.draw(20, 20, 5), "writer", 0.25, 1);
  private static final String NETWORK =
      "conv(4,5,stride=2) relu maxpool(2) flatten dropout(0.2) dense(10) | softmax-xent l2=1e-4";

  private static final Schedule SCHEDULE = NetworkText.parseSchedule("warmup(0.5) cosine");

  /** Remembers all that it is told. */
  private static final class Witness implements TrainingListener {
    final List<EpochMetrics> metrics = new ArrayList<>();
    final List<VerificationReport> reports = new ArrayList<>();
    final List<Map<String, Double>> losses = new ArrayList<>();
    int stopAfter = Integer.MAX_VALUE;

    @Override
    public void batch(int epoch, int batch, int examples, Map<String, Double> batchLosses) {
      losses.add(batchLosses);
    }

    @Override
    public void verified(VerificationReport report) {
      reports.add(report);
    }

    @Override
    public void measured(EpochMetrics row) {
      metrics.add(row);
    }

    @Override
    public boolean stopRequested() {
      return losses.size() >= stopAfter;
    }

    double score(String network, int epoch) {
      return metrics.stream()
          .filter(row -> row.network().equals(network) && row.epoch() == epoch)
          .filter(row -> row.split().equals("validation"))
          .findFirst()
          .orElseThrow()
          .score();
    }
  }

  private static Updater adam() {
    return NetworkText.parseOne("adam(epsilon-hat=true)", "the updater", Catalogue.updaters());
  }

  private static Network network(DataType type) {
    return Network.of(NETWORK, Shape.of(1, 28, 28), type, new He(true), 3);
  }

  private static Fit.Result fit(
      Network network, double learningRate, int epochs, Witness witness, DataType type) {
    Examples train = DIGITS.kept();
    try (HandwrittenLearner handwritten = new HandwrittenLearner(network, adam());
        TwinLearner twin = new TwinLearner(Twin.of(network, adam(), learningRate))) {
      return new Fit(
              List.of(handwritten, twin),
              train,
              DIGITS.heldOut(),
              new TrainingSettings(epochs, 32, learningRate, SCHEDULE, 7),
              type,
              new NetworkVerification(network, adam(), learningRate, train, true, 7),
              witness)
          .run();
    }
  }

  @Test
  void bothNetworksLearnInLockStepAndAgree() {
    Witness witness = new Witness();
    try (Network network = network(DataType.DOUBLE)) {
      fit(network, 5e-3, 10, witness, DataType.DOUBLE);
    }
    for (Map<String, Double> losses : witness.losses) {
      double handwritten = losses.get("handwritten");
      assertEquals(handwritten, losses.get("dl4j"), 1e-7 * Math.max(1, handwritten));
    }
    assertTrue(witness.score("handwritten", 10) > 0.6, "learns to read most digits");
    assertEquals(witness.score("handwritten", 10), witness.score("dl4j", 10), 1e-12);
    assertEquals(11, witness.reports.size(), "before training, and after each epoch");
    witness.reports.forEach(report -> assertTrue(report.ok(), report.rows().toString()));
  }

  @Test
  void sameSeedSameNumbers() {
    Witness one = new Witness();
    Witness other = new Witness();
    try (Network a = network(DataType.FLOAT);
        Network b = network(DataType.FLOAT)) {
      fit(a, 1e-3, 1, one, DataType.FLOAT);
      fit(b, 1e-3, 1, other, DataType.FLOAT);
      assertEquals(one.losses, other.losses);
      assertArrayEquals(a.parameterVector().data().asFloat(), b.parameterVector().data().asFloat());
    }
  }

  @Test
  void aListenerCanStopItAfterABatch() {
    Witness witness = new Witness();
    witness.stopAfter = 3;
    try (Network network = network(DataType.FLOAT)) {
      Fit.Result result = fit(network, 1e-3, 5, witness, DataType.FLOAT);
      assertTrue(result.stopped());
      assertEquals(0, result.epochs());
      assertEquals(3, witness.losses.size());
    }
  }

  @Test
  void divergenceNamesItsPlaceAndKeepsTheLastGoodParameters() {
    try (Network network = network(DataType.FLOAT)) {
      DivergedException diverged =
          assertThrows(
              DivergedException.class, () -> fit(network, 1e30, 1, new Witness(), DataType.FLOAT));
      assertTrue(diverged.getMessage().contains("epoch 1"), diverged.getMessage());
      assertTrue(diverged.getMessage().contains("layer "), diverged.getMessage());
      assertFalse(Double.isNaN(network.parameterVector().sumNumber().doubleValue()));
    }
  }

  /** A learner that only notes its learning rates. */
  private static final class RateKeeper implements Learner {
    final List<Double> rates = new ArrayList<>();

    @Override
    public String name() {
      return "rates";
    }

    @Override
    public double step(INDArray x, INDArray y, double learningRate) {
      rates.add(learningRate);
      return 0;
    }

    @Override
    public INDArray predict(INDArray x) {
      throw new IllegalStateException("nothing is measured here");
    }

    @Override
    public double predictionLoss(INDArray y) {
      return 0;
    }

    @Override
    public void close() {}
  }

  @Test
  void everyStepHasTheRateOfItsMoment() {
    RateKeeper keeper = new RateKeeper();
    Examples train = DIGITS.kept();
    int batch = (train.size() + 3) / 4; // 4 batches an epoch
    TrainingSettings settings =
        new TrainingSettings(2, batch, 0.1, NetworkText.parseSchedule("polynomial"), 1);
    new Fit(List.of(keeper), train, null, settings, DataType.FLOAT, null, new Witness()).run();
    double[] expected = {0.09375, 0.08125, 0.06875, 0.05625, 0.04375, 0.03125, 0.01875, 0.00625};
    assertArrayEquals(
        expected, keeper.rates.stream().mapToDouble(Double::doubleValue).toArray(), 1e-12);
  }
}
