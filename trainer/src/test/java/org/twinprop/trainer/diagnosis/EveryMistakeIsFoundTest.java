package org.twinprop.trainer.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.check.LayerCheck;
import org.twinprop.layers.initializer.Xavier;

/**
 * Every known mistake on the way down, made at every place of networks that hold every layer it can
 * be made in, comes out under its own name. (That the formulas of the mistakes are what students
 * write is the corpus's business, which shares no code with them.)
 */
final class EveryMistakeIsFoundTest {
  private static final int EXAMPLES = 5;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dense(6) tanh dense(6) sigmoid dropout(0.5) dense(3)           | 5     | softmax-xent l2=0.1",
        "dense(6) layernorm elu residual(dense(6) softplus) dense(3)    | 5     | softmax-xent",
        "dense(6) relu dense(6) softmax dense(2)                        | 4     | mse l1=0.01",
        "conv(3,3,pad=1,stride=2) leakyrelu maxpool(2) flatten dense(3) | 2x9x8 | softmax-xent",
        "conv(3,2,dilation=2) batchnorm tanh avgpool(3,stride=2,pad=1) flatten dense(3) | 3x7x7 | softmax-xent",
        "rnn(4) dense(3)                                                | 4x4   | softmax-xent",
        "lstm(3) laststep dense(3)                                      | 4x3   | softmax-xent l2=0.1"
      })
  void underItsOwnName(String layers, String input, String loss) {
    String text = layers.strip() + " | " + loss.strip();
    Shape shape = Shape.parse(input.strip());
    try (Network network = Network.of(text, shape, DataType.DOUBLE, new Xavier(true), 3)) {
      Plants plants = new Plants(network, shape);
      List<String> missed = new ArrayList<>();
      int made = 0;
      for (Plants.Planted planted : plants.all()) {
        DiagnosisReport report = Diagnosis.withoutDl4j(plants.submission(planted));
        made += report.ok() ? 0 : 1;
        if (!report.ok() && !names(report).containsAll(planted.codes())) {
          missed.add(planted + " came out as " + report.explanations());
        }
      }
      assertTrue(made >= 4, made + " mistakes had an effect");
      assertEquals(List.of(), missed);
    }
  }

  /** What was found, and what no number tells from it. */
  private static List<String> names(DiagnosisReport report) {
    List<String> names = new ArrayList<>();
    for (Explanation explanation : report.explanations()) {
      names.add(explanation.code());
      explanation
          .runnerUp()
          .filter(second -> second.equallyGood())
          .ifPresent(s -> names.add(s.code()));
    }
    return names;
  }

  /** Mistakes made in one network. */
  private static final class Plants {
    private final Network network;
    private final INDArray x;
    private final INDArray y;
    private final Gradients truth;

    /** A mistake, and the gradients that come of it. */
    record Planted(List<String> codes, String cause, Map<String, INDArray> gradients) {
      @Override
      public String toString() {
        return codes + ", " + cause;
      }
    }

    Plants(Network network, Shape shape) {
      this.network = network;
      SplittableRandom random = new SplittableRandom(4);
      network.parameters().values().forEach(p -> p.addi(noise(random, p.shape())));
      x = LayerCheck.randomInput(network.architecture().chain(), shape, EXAMPLES, 5);
      y = targets(random);
      network.wantInputGradient(true);
      truth = Gradients.of(network, x, y);
    }

    Submission submission(Planted planted) {
      return new Submission(
          network, x, y, planted.gradients(), OptionalDouble.of(truth.loss()), false);
    }

    List<Planted> all() {
      Submission right =
          new Submission(network, x, y, truth.byName(), OptionalDouble.empty(), false);
      Tape tape = Tape.of(network, x);
      LossMistakes loss =
          new LossMistakes(network.loss(), tape.output(), y, network.cacheOfLayer(0));
      Mistakes known = new Mistakes(tape, Updates.of(right));
      List<Slot> slots = new ArrayList<>();
      slots.add(new Slot.OfLoss(loss));
      for (int i = tape.places().size() - 1; i >= 0; i--) {
        slots.add(new Slot.OfPlace(tape.places().get(i), known, false, null));
      }
      List<Planted> all = new ArrayList<>();
      Position at = null;
      for (int i = 0; i < slots.size(); i++) {
        for (Mistake mistake : slots.get(i).mistakes(at)) {
          if (!mistake.isKink()) {
            all.add(planted(tape, slots, i, mistake));
          }
        }
        at = slots.get(i).through(at, null);
      }
      return all;
    }

    private Planted planted(Tape tape, List<Slot> slots, int where, Mistake mistake) {
      Map<String, INDArray> gradients = new LinkedHashMap<>();
      Position at = slots.get(0).through(null, where == 0 ? mistake : null);
      for (int i = 1; i < slots.size(); i++) {
        Mistake here = i == where ? mistake : null;
        if (tape.places().get(tape.places().size() - i) instanceof Tape.At place) {
          collect(place.step(), at.delta(), here, gradients);
        }
        at = slots.get(i).through(at, here);
      }
      gradients.put(Submission.INPUT, at.delta());
      return new Planted(
          mistake.codes().stream().map(Code::text).toList(), mistake.cause(), gradients);
    }

    private void collect(Step step, INDArray dy, Mistake mistake, Map<String, INDArray> gradients) {
      boolean inside = mistake != null && mistake.reach() == Mistake.Reach.LAYER;
      Passed passed = inside ? mistake.backward().apply(dy) : step.backward(dy);
      var objective = network.architecture().objective();
      step.names()
          .forEach(
              (full, local) -> {
                INDArray gradient = passed.gradients().get(local).dup('c');
                INDArray values = network.parameters().get(full);
                boolean weight = local.startsWith("W");
                if (weight) {
                  gradient.addi(values.mul(objective.l2()));
                  gradient.addi(Nd4j.math().sign(values).muli(objective.l1()));
                }
                gradients.put(full, gradient);
              });
    }

    private INDArray targets(SplittableRandom random) {
      long[] shape = network.output().ofBatch(EXAMPLES);
      if (network.loss().name().equals("mse")) {
        return noise(random, shape);
      }
      INDArray y = Nd4j.zeros(DataType.DOUBLE, shape);
      INDArray rows = y.reshape('c', y.length() / shape[shape.length - 1], shape[shape.length - 1]);
      for (int row = 0; row < rows.size(0); row++) {
        rows.putScalar(row, random.nextInt((int) rows.size(1)), 1);
      }
      return y;
    }

    private static INDArray noise(SplittableRandom random, long... shape) {
      INDArray noise = Nd4j.create(DataType.DOUBLE, shape);
      for (long i = 0; i < noise.length(); i++) {
        noise.putScalar(i, 0.3 * random.nextGaussian());
      }
      return noise;
    }
  }
}
