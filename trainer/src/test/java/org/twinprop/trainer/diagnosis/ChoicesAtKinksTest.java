package org.twinprop.trainer.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.Xavier;

/**
 * Networks on whole numbers, so that many of their numbers lie exactly on a kink: any mixture of
 * the slopes there is right, and what is wrong besides is still found.
 */
final class ChoicesAtKinksTest {
  private static final int EXAMPLES = 6;
  private static final double[] CORNERS = {-3, -2.5, -1, 0, 1, 2.5, 3, 6};

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "relu dense(2)                            ; mse   | 4",
        "leakyrelu dense(2)                       ; mse   | 4",
        "selu dense(2)                            ; mse   | 4",
        "relu6 dense(2)                           ; mse   | 4",
        "hardtanh dense(2)                        ; mse   | 4",
        "hardsigmoid dense(2)                     ; mse   | 4",
        "dense(4) relu dense(3) hardtanh dense(2) ; mse   | 4",
        "maxpool(2) relu flatten dense(2)         ; mse   | 1x4x4",
        "conv(2,2) maxpool(2) flatten dense(2)    ; mse   | 1x5x5",
        "dense(2)                                 ; mae   | 3",
        "dense(2)                                 ; hinge | 3"
      })
  void anyMixtureIsRightAndAMistakeBesidesIsNot(String layers, String input) {
    try (Batch batch = new Batch(layers.replace(';', '|'), Shape.parse(input.strip()))) {
      Map<String, INDArray> chosen = batch.gradientsOfAnotherChoice();
      DiagnosisReport right = batch.diagnose(chosen);
      assertTrue(right.ok(), right::toString);
      assertEquals(List.of(), right.explanations());
      assertTrue(
          right.tensors().stream().anyMatch(t -> t.verdict() == TensorVerdict.KINK),
          right::toString);
      assertFalse(right.notes().isEmpty());
      for (String name : List.of("x", "W1")) {
        Map<String, INDArray> wrong = new LinkedHashMap<>(chosen);
        INDArray moved = chosen.get(name).mul(-1).addi(0.01);
        wrong.put(name, moved);
        DiagnosisReport report = batch.diagnose(wrong);
        assertFalse(report.of("d" + name).ok(), () -> name + " is wrong: " + report);
      }
    }
  }

  @Test
  void aMistakeBesidesIsNamed() {
    try (Batch batch = new Batch("dense(6) relu dense(2) | mse", Shape.of(4))) {
      Map<String, INDArray> chosen = batch.gradientsOfAnotherChoice();
      chosen.get("b1").divi(EXAMPLES);
      DiagnosisReport report = batch.diagnose(chosen);
      assertEquals("bias-averaged", report.explanations().get(0).code());
      assertEquals(List.of("db1"), report.explanations().get(0).explains());
      assertEquals(TensorVerdict.WRONG, report.of("db1").verdict());
      assertTrue(report.tensors().stream().anyMatch(t -> t.verdict() == TensorVerdict.KINK));
    }
  }

  @Test
  void manyKinksLeaveOnlyUndecidedWhatTheyCanReach() {
    try (Batch batch = new Batch("relu dense(2) | mse", Shape.of(200))) {
      Map<String, INDArray> chosen = batch.gradientsOfAnotherChoice();
      DiagnosisReport open = batch.diagnose(chosen);
      assertEquals(TensorVerdict.KINK, open.of("dx").verdict());
      assertTrue(open.notes().get(0).contains("not decided"), open.notes()::toString);
      chosen.get("x").putScalar(batch.placeWithoutKink(), 7.3);
      chosen.get("x").putScalar(batch.placeWithoutKink() + 1, -3.7);
      assertFalse(batch.diagnose(chosen).ok());
    }
  }

  @Test
  void anySlopeOfThePriceIsRightWhereAWeightIsExactlyZero() {
    try (Batch batch = new Batch("dense(2) | mse l1=0.1", Shape.of(3))) {
      batch.network.parameters().get("W1").putScalar(0, 0).putScalar(3, 0);
      Map<String, INDArray> gradients =
          new LinkedHashMap<>(Gradients.of(batch.network, batch.x, batch.y).byName());
      INDArray dW = gradients.get("W1");
      dW.putScalar(0, dW.getDouble(0) + 0.1);
      dW.putScalar(3, dW.getDouble(3) - 0.05);
      assertEquals(TensorVerdict.KINK, batch.diagnose(gradients).of("dW1").verdict());
      dW.putScalar(3, dW.getDouble(3) - 0.1);
      assertEquals(TensorVerdict.WRONG, batch.diagnose(gradients).of("dW1").verdict());
    }
  }

  /** A network and a batch of small whole numbers. */
  private static final class Batch implements AutoCloseable {
    private final SplittableRandom random = new SplittableRandom(3);
    private final Network network;
    private final INDArray x;
    private final INDArray y;

    Batch(String text, Shape input) {
      network = Network.of(text, input, DataType.DOUBLE, new Xavier(true), 1);
      network.parameters().forEach((name, p) -> p.assign(whole(-2, 3, p.shape())));
      boolean atOnce = text.matches("[a-z0-9]+ .*"); // an activation, whose corners x must hit
      x = whole(-2, 3, input.ofBatch(EXAMPLES));
      for (long i = 0; i < x.length() && atOnce; i++) {
        x.putScalar(i, CORNERS[random.nextInt(CORNERS.length)]);
      }
      network.wantInputGradient(true);
      INDArray z = network.forward(x, true).dup('c');
      y =
          switch (network.loss().name()) {
            case "hinge" -> Transforms.sign(z.add(0.1), false);
            case "mae" -> z.add(whole(-1, 2, z.shape()));
            default -> z.add(whole(1, 3, z.shape()));
          };
    }

    private INDArray whole(int from, int below, long... shape) {
      INDArray whole = Nd4j.create(DataType.DOUBLE, shape);
      for (long i = 0; i < whole.length(); i++) {
        whole.putScalar(i, random.nextInt(from, below));
      }
      return whole;
    }

    /** At every kink one side, the other, or half of both. */
    Map<String, INDArray> gradientsOfAnotherChoice() {
      Tape tape = Tape.of(network, x);
      LossMistakes loss =
          new LossMistakes(network.loss(), tape.output(), y, network.cacheOfLayer(0));
      Kinks kinks = Kinks.of(tape, loss, false);
      List<double[]> weights = new ArrayList<>();
      for (Kink kink : kinks.all()) {
        double[] chosen = kink.only(random.nextInt(kink.branches()));
        if (random.nextInt(4) == 0) {
          chosen = new double[kink.branches()];
          chosen[0] = 0.5;
          chosen[1] = 0.5;
        }
        weights.add(chosen);
      }
      Map<String, INDArray> gradients = new LinkedHashMap<>();
      Map<String, INDArray> ours = Gradients.of(network, x, y).byName();
      kinks
          .gradients(weights)
          .forEach(
              (name, gradient) ->
                  gradients.put(
                      name, Nd4j.createFromArray(gradient).reshape('c', ours.get(name).shape())));
      return gradients;
    }

    long placeWithoutKink() {
      long place = 0;
      while (x.getDouble(place) <= 0 || x.getDouble(place + 1) <= 0) {
        place++;
      }
      return place;
    }

    DiagnosisReport diagnose(Map<String, INDArray> gradients) {
      return Diagnosis.withoutDl4j(
          new Submission(network, x, y, gradients, OptionalDouble.empty(), false));
    }

    @Override
    public void close() {
      network.close();
    }
  }
}
