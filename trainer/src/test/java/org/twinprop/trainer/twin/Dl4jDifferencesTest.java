package org.twinprop.trainer.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.RmsProp;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;

/** What is said of DL4J where it is no twin is what DL4J does. */
final class Dl4jDifferencesTest {
  private static final double G = 0.3;
  private static final double RATE = 0.1;
  private static final double EPSILON = 1e-3;
  private static final double EXACT = 1e-14;

  @Test
  void geluIsAnApproximationByTheSigmoid() {
    double x = 0.7;
    assertEquals(x / (1 + Math.exp(-1.702 * x)), value(new ActivationGELU(false), x), 1e-7);
  }

  @Test
  void geluByTanhCubesTheFactorToo() {
    double x = 2;
    double inner = Math.sqrt(2 / Math.PI) * (x + Math.pow(0.044715 * x, 3));
    IActivation gelu = new ActivationGELU(true);
    assertEquals(x / 2 * (1 + Math.tanh(inner)), value(gelu, x), 1e-7);
    assertTrue(Math.abs(slope(gelu, -0.9) - numericSlope(gelu, -0.9)) > 1e-6);
  }

  @Test
  void eluForgetsItsAlphaBackward() {
    IActivation elu = new ActivationELU(0.4);
    assertEquals(0.4 * Math.expm1(-0.9), value(elu, -0.9), EXACT);
    assertEquals(Math.exp(-0.9), slope(elu, -0.9), EXACT);
  }

  @Test
  void leakyReluRoundsItsSlopeBackward() {
    IActivation relu = new ActivationLReLU(0.3);
    assertEquals(-0.3, value(relu, -1), EXACT);
    assertEquals(0.3f, slope(relu, -1), EXACT);
  }

  @Test
  void hardSigmoidHasItsSlopeInFloat32() {
    assertEquals(0.2f, slope(new ActivationHardSigmoid(), 1), EXACT);
  }

  @ParameterizedTest
  @CsvSource({"leakyrelu(0.25)", "elu(1)", "leakyrelu(0.5)"})
  void withArgumentsThatDl4jKeepsThereIsATwin(String layer) {
    assertTrue(Twin.whyNot(NetworkText.parse(layer + " dense(2) | mse"), Shape.of(3)).isEmpty());
  }

  @Test
  void adaGradBeginsAtAMillionth() {
    double expected = RATE * G / (Math.sqrt(G * G + 1e-6) + EPSILON);
    assertEquals(expected, firstStep(new AdaGrad(RATE, EPSILON)), EXACT);
  }

  @Test
  void rmsPropBeginsAtEpsilon() {
    double expected = RATE * G / (Math.sqrt(0.9 * EPSILON + 0.1 * G * G) + EPSILON);
    assertEquals(expected, firstStep(new RmsProp(RATE, 0.9, EPSILON)), EXACT);
  }

  @Test
  void adaMaxHasNoEpsilon() {
    assertEquals(RATE, firstStep(new AdaMax(RATE, 0.9, 0.999, 0.5)), EXACT);
  }

  @Test
  void amsGradAddsEpsilonBeforeTheCorrection() {
    double corrected = RATE * Math.sqrt(1 - 0.999) / (1 - 0.9);
    double expected = corrected * 0.1 * G / (Math.sqrt(0.001) * G + EPSILON);
    assertEquals(expected, firstStep(new AMSGrad(RATE, 0.9, 0.999, EPSILON)), EXACT);
  }

  @Test
  void nadamLeavesTheMeanSquareUncorrected() {
    double ahead = (0.9 * 0.1 * G + 0.1 * G) / (1 - 0.9);
    double expected = RATE * ahead / (Math.sqrt(0.001) * G + EPSILON);
    assertEquals(expected, firstStep(new Nadam(RATE, 0.9, 0.999, EPSILON)), 1e-12);
  }

  @Test
  void adaDeltaTakesTheStepsOfALearningRateOfOne() {
    assertTrue(UpdaterSteps.apart("adadelta", 1, 200) < 1e-8);
    assertTrue(UpdaterSteps.apart("adadelta", 0.5, 200) > 1e-8);
  }

  @ParameterizedTest
  @CsvSource({"momentum", "adagrad", "rmsprop", "adam", "adamax", "amsgrad", "nadam"})
  void stepsThatAreSaidToDifferDo(String updater) {
    assertTrue(Twin.whyStepsDiffer(UpdaterSteps.parse(updater)).isPresent());
    assertTrue(UpdaterSteps.apart(updater, 0.01, 200) > 1e-8);
  }

  private static double firstStep(IUpdater updater) {
    INDArray step = Nd4j.valueArrayOf(new long[] {1, 2}, G, DataType.DOUBLE); // M1.1 takes rows
    INDArray state = Nd4j.zeros(DataType.DOUBLE, 1, updater.stateSize(2));
    updater.instantiate(state, true).applyUpdater(step, 0, 0);
    return step.getDouble(1);
  }

  private static double value(IActivation f, double x) {
    return f.getActivation(at(x), true).getDouble(0);
  }

  private static double slope(IActivation f, double x) {
    return f.backprop(at(x), Nd4j.ones(DataType.DOUBLE, 1, 2)).getFirst().getDouble(0);
  }

  private static double numericSlope(IActivation f, double x) {
    return (value(f, x + 1e-6) - value(f, x - 1e-6)) / 2e-6;
  }

  private static INDArray at(double x) {
    return Nd4j.valueArrayOf(new long[] {1, 2}, x, DataType.DOUBLE);
  }
}
