package org.twinprop.trainer.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Updater;
import org.twinprop.trainer.HandwrittenLearner;

/** Both networks trained in lock-step, in float64: after 200 updates they are still the same. */
final class TrajectoryTest {
  private static final int UPDATES = 200;
  private static final double TOLERANCE = 1e-8;

  private record Case(String text, Shape input) {}

  private static final Map<String, Case> NETWORKS =
      Map.of(
          "small LeNet",
          new Case(
              "conv(4,3) relu maxpool(2) conv(6,3x2,pad=1) relu maxpool(3,stride=2) flatten"
                  + " dense(12) relu dropout(0.5) dense(5) | softmax-xent l2=1e-4",
              Shape.of(1, 12, 11)),
          "odd convolutions",
          new Case(
              "conv(3,3x2,stride=2x1,pad=1x0,dilation=1x2) tanh maxpool(2,stride=1,pad=1)"
                  + " conv(2,2,bias=false) sigmoid flatten dense(3) | mse l1=1e-3 l2=1e-3",
              Shape.of(2, 9, 8)),
          "classifier with dropout",
          new Case(
              "dropout(0.2) dense(16) relu dropout(0.5) dense(8) tanh dense(4) | softmax-xent"
                  + " l1=1e-4",
              Shape.of(6)),
          "class of every step",
          new Case("dense(7) tanh dense(3) | softmax-xent l2=1e-3", Shape.of(4, 5)),
          // no bias before batch norm: its gradient is 0 but for rounding, which an updater that
          // divides by the gradient's size would make steps of; and batch norm over images only,
          // since over two rows alone it magnifies rounding without bound
          "batch norm and residuals",
          new Case(
              "conv(3,2,bias=false) batchnorm relu residual(conv(3,3,pad=1,bias=false)"
                  + " batchnorm(momentum=0.7) tanh) avgpool(2) flatten residual(dense(12) softplus)"
                  + " dense(3) | softmax-xent l2=1e-3",
              Shape.of(2, 5, 5)),
          "recurrent layers",
          new Case("lstm(4) rnn(3) lstm(3) laststep dense(2) | hinge l2=1e-3", Shape.of(5, 3)),
          "words",
          new Case("embedding(6,3) lstm(4) dense(2) | sigmoid-xent", Shape.of(4)),
          "regression",
          new Case(
              "dense(9) sigmoid dense(9,bias=false) tanh dense(2) | mse l2=1e-3", Shape.of(5)));

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("trainings")
  void parametersStayTheSameOverTwoHundredUpdates(String name, String updaterText) {
    Updater updater = NetworkText.parseOne(updaterText, "updater", Catalogue.updaters());
    Optional<String> difference = Twin.whyStepsDiffer(updater);
    if (difference.isPresent()) {
      System.out.println(updaterText + " not compared: " + difference.get());
      assertFalse(difference.get().isBlank());
      return;
    }
    Case example = NETWORKS.get(name);
    try (Network network = Numbers.network(example.text(), example.input(), DataType.DOUBLE, 3);
        HandwrittenLearner learner = new HandwrittenLearner(network, updater);
        Twin twin = Twin.of(network, updater, 0.01)) {
      trainBoth(network, learner, twin);
      assertEquals(UPDATES, twin.steps());
      equal(name, Quantity.PARAMETER, network.parameters(), twin.parameters());
      equal(name, Quantity.STATE, network.states(), twin.states());
    }
  }

  private static void equal(
      String name, Quantity quantity, Map<String, INDArray> ours, Map<String, INDArray> theirs) {
    ours.forEach(
        (array, values) -> {
          Comparison comparison =
              Comparison.of(quantity, name, array, values, theirs.get(array), 0);
          assertTrue(comparison.difference() <= TOLERANCE, comparison::toString);
        });
  }

  /** Batches of several sizes, and a learning rate that changes. */
  private static void trainBoth(Network network, HandwrittenLearner learner, Twin twin) {
    Numbers numbers = new Numbers(5);
    for (int update = 0; update < UPDATES; update++) {
      int examples = update % 7 == 6 ? 2 : 5;
      double learningRate = update < UPDATES / 2 ? 0.01 : 0.003;
      INDArray x = numbers.inputs(network, examples);
      INDArray y = numbers.targets(network, examples);
      twin.learningRate(learningRate);
      double loss = learner.step(x, y, learningRate);
      assertEquals(loss, twin.step(x, y), 1e-8 * Math.abs(loss), "loss of update " + update);
    }
  }

  static Stream<Arguments> trainings() {
    return NETWORKS.keySet().stream()
        .sorted()
        .flatMap(
            name ->
                Stream.concat(Catalogue.updaters().keySet().stream(), UpdaterSteps.AS_DL4J.stream())
                    .map(updater -> Arguments.of(name, updater)));
  }

  @Test
  void whatIsSaidOfMomentumIsTrue() {
    Updater momentum = NetworkText.parseOne("momentum", "updater", Catalogue.updaters());
    Case example = NETWORKS.get("regression");
    try (Network network = Numbers.network(example.text(), example.input(), DataType.DOUBLE, 3);
        HandwrittenLearner learner = new HandwrittenLearner(network, momentum);
        Twin twin = Twin.of(network, momentum, 0.01)) {
      Numbers numbers = new Numbers(5);
      INDArray x = numbers.inputs(network, 5);
      INDArray y = numbers.targets(network, 5);
      double first = learner.step(x, y, 0.01);
      assertEquals(first, twin.step(x, y), 1e-12 * first);
      double second = learner.step(x, y, 0.01);
      assertTrue(Math.abs(second - twin.step(x, y)) > 1e-6 * second);
    }
  }
}
