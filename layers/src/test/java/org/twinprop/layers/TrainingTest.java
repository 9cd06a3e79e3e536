package org.twinprop.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinprop.layers.ArrayAssertions.assertClose;
import static org.twinprop.layers.ArrayAssertions.assertIdentical;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.updater.Adam;
import org.twinprop.layers.updater.Updater;

/** Networks over several steps. */
class TrainingTest {
  private static final Updater ADAM = new Adam(0.9, 0.999, 1e-8, false);

  /** Batches of which every fourth is smaller, as the last one of an epoch. */
  private static List<INDArray[]> batches(DataType type, int count) {
    RandomArrays random = new RandomArrays(2);
    return IntStream.range(0, count)
        .mapToObj(i -> Training.batch(random, type, Training.INPUT, i % 4 == 3 ? 3 : 8))
        .toList();
  }

  private static Training training(DataType type) {
    return new Training(Training.network(type, 5), ADAM);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void lossFalls(DataType type) {
    try (Training training = training(type)) {
      INDArray[] batch = batches(type, 1).get(0);
      double first = training.step(batch, 0.01);
      for (int i = 0; i < 60; i++) {
        training.step(batch, 0.01);
      }
      double last = training.step(batch, 0.01);
      assertTrue(last < first / 4, "from " + first + " to " + last);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void sameSeedSameBits(DataType type) {
    List<INDArray[]> batches = batches(type, 12);
    try (Training one = training(type);
        Training other = training(type)) {
      assertEquals(one.steps(batches, 0.01), other.steps(batches, 0.01));
      assertIdentical(one.network.parameterVector(), other.network.parameterVector());
    }
  }

  @Test
  void evaluationBetweenStepsChangesNothing() {
    List<INDArray[]> batches = batches(DataType.FLOAT, 12);
    try (Training undisturbed = training(DataType.FLOAT);
        Training disturbed = training(DataType.FLOAT)) {
      RandomArrays random = new RandomArrays(9);
      for (int i = 0; i < batches.size(); i++) {
        double expected = undisturbed.step(batches.get(i), 0.01);
        assertEquals(expected, disturbed.step(batches.get(i), 0.01));
        long examples = new long[] {8, 3, 20}[i % 3];
        INDArray[] other = Training.batch(random, DataType.FLOAT, Training.INPUT, examples);
        disturbed.network.predict(other[0]);
        disturbed.network.dataLoss(other[1]);
      }
      assertIdentical(undisturbed.network.parameterVector(), disturbed.network.parameterVector());
    }
  }

  @Test
  void resumedRunGoesOnAsTheUninterrupted() {
    List<INDArray[]> batches = batches(DataType.DOUBLE, 10);
    Updater sgd = new org.twinprop.layers.updater.Sgd();
    try (Training whole = new Training(Training.network(DataType.DOUBLE, 5), sgd);
        Training first = new Training(Training.network(DataType.DOUBLE, 5), sgd);
        Training second = new Training(Training.network(DataType.DOUBLE, 5), sgd)) {
      whole.steps(batches, 0.1);
      first.steps(batches.subList(0, 6), 0.1);
      second.network.copyFrom(first.network);
      second.steps(batches.subList(6, 10), 0.1);
      assertIdentical(whole.network.parameterVector(), second.network.parameterVector());
    }
  }

  @Test
  void float32AgreesWithFloat64() {
    INDArray[] batch = batches(DataType.FLOAT, 1).get(0);
    try (Network single = Training.network(DataType.FLOAT, 5);
        Network wide = single.as(DataType.DOUBLE)) {
      single.wantInputGradient(true);
      wide.wantInputGradient(true);
      assertEquals(wide.loss(batch[0], batch[1]), single.loss(batch[0], batch[1]), 1e-5);
      wide.backward();
      single.backward();
      assertAgree(wide.gradientVector(), single.gradientVector());
      assertAgree(wide.inputGradient(), single.inputGradient());
      assertAgree(wide.predict(batch[0]), single.predict(batch[0]));
    }
  }

  @Test
  void trajectoriesOfBothPrecisionsStayTogether() {
    List<INDArray[]> batches = batches(DataType.FLOAT, 10);
    try (Training single = training(DataType.FLOAT);
        Training wide = new Training(single.network.as(DataType.DOUBLE), ADAM)) {
      single.steps(batches, 0.001);
      wide.steps(batches, 0.001);
      assertClose(
          wide.network.parameterVector(),
          single.network.parameterVector().castTo(DataType.DOUBLE),
          1e-4);
    }
  }

  private static void assertAgree(INDArray wide, INDArray single) {
    double scale = wide.amaxNumber().doubleValue();
    assertClose(wide, single.castTo(DataType.DOUBLE), 1e-5 * scale);
  }
}
