package org.twinprop.trainer.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.check.LayerCheck;
import org.twinprop.layers.initializer.Xavier;
import org.twinprop.trainer.diagnosis.student.Corpus;

/**
 * Every known mistake on the way down, made in a network where it makes a difference, comes out
 * under its own name. (That the formulas of the mistakes are what students write is the corpus's
 * business, which shares no code with them.)
 */
final class EveryMistakeIsFoundTest {
  private static final int EXAMPLES = 5;

  private static final List<List<String>> NETWORKS =
      List.of(
          List.of("dense(6) relu dense(6) softmax dense(2) | mse l1=0.01", "4"),
          List.of("rnn(4) dense(3) | softmax-xent", "4x4"),
          List.of("dense(6) tanh dropout(0.5) dense(3) | sigmoid-xent l2=0.1", "5"),
          List.of("conv(3,3,pad=1,stride=2) leakyrelu maxpool(2) flatten dense(3) | mse", "2x9x8"),
          List.of(
              "conv(3,2,dilation=2) batchnorm avgpool(3,stride=2,pad=1) flatten | mse", "3x7x7"),
          List.of("dense(6) layernorm residual(dense(6) softplus) dense(3) | mse", "5"),
          List.of("lstm(3) laststep dense(3) | mse l2=0.1", "4x3"),
          List.of("dense(3) sigmoid | mse", "4"));

  @Test
  void underItsOwnName() {
    Set<List<String>> made = new LinkedHashSet<>();
    List<String> missed = new ArrayList<>();
    NETWORKS.forEach(one -> plant(one.get(0), Shape.parse(one.get(1)), made, missed));
    assertEquals(List.of(), missed);
    Set<String> untried = new LinkedHashSet<>();
    Arrays.stream(Code.values()).map(Code::text).forEach(untried::add);
    made.forEach(untried::removeAll);
    untried.removeAll(Corpus.CODES);
    assertEquals(Set.of(), untried, "neither here nor in the corpus");
  }

  /** Makes what was not made before. */
  private static void plant(String text, Shape shape, Set<List<String>> made, List<String> missed) {
    try (Network network = Network.of(text, shape, DataType.DOUBLE, new Xavier(true), 3)) {
      Plants plants = new Plants(network, shape);
      for (Plants.Planted planted : plants.all()) {
        if (made.contains(planted.codes())) {
          continue;
        }
        DiagnosisReport report = Diagnosis.withoutDl4j(plants.submission(planted));
        if (report.ok()) {
          continue; // it makes no difference here
        }
        made.add(planted.codes());
        if (!names(report, planted.codes().size()).containsAll(planted.codes())) {
          missed.add(planted + " in " + text + " came out as " + report.explanations());
        }
      }
    }
  }

  /** What was found first, and what no number tells from it. */
  private static List<String> names(DiagnosisReport report, int first) {
    List<String> names = new ArrayList<>();
    for (Explanation explanation :
        report.explanations().subList(0, Math.min(first, report.explanations().size()))) {
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
                  gradient.addi(Transforms.sign(values, true).muli(objective.l1()));
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
