package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * What can go wrong in the simple recurrent layer: from the last step to the first, da_t = (dy_t +
 * da_(t+1) Whᵀ) (1 - h_t^2).
 */
final class RnnMistakes {
  private final Step step;

  private RnnMistakes(Step step) {
    this.step = step;
  }

  /** How a step's state gradient becomes that of its pre-activation. */
  private interface Slope {
    INDArray times(INDArray dh, int t);
  }

  static List<Mistake> of(Step step, Updates updates) {
    RnnMistakes rnn = new RnnMistakes(step);
    INDArray Wh = step.parameter("Wh");
    String name = step.where();
    List<Mistake> mistakes = new ArrayList<>();
    mistakes.add(
        rnn.mistake(
            Code.ACTIVATION_DERIVATIVE_MISSING,
            "tanh's derivative 1 - h^2 is missing in every step of " + name,
            (dh, t) -> dh));
    mistakes.add(
        rnn.mistake(
            Code.ACTIVATION_DERIVATIVE_AT_OUTPUT,
            "tanh's derivative in " + name + " was evaluated at the state h: 1 - tanh(h)^2",
            (dh, t) -> dh.mul(slope(Transforms.tanh(rnn.state(t), true)))));
    mistakes.add(
        rnn.mistake(
            Code.ACTIVATION_DERIVATIVE_AT_OUTPUT,
            "tanh's derivative in " + name + " was evaluated at the pre-activation a: 1 - a^2",
            (dh, t) -> dh.mul(slope(Transforms.atanh(rnn.state(t), true)))));
    if (Sequences.steps(step.y()) > 1) {
      mistakes.addAll(rnn.throughTime());
      if (Wh.size(0) > 1) {
        mistakes.add(
            Mistake.layer(
                Code.TRANSPOSED,
                "the gradient went back in time through Wh of " + name + ", not its transpose",
                dy -> RecurrentSums.of(step, rnn.das(dy, Wh.transpose(), rnn::right))));
      }
    }
    mistakes.addAll(RecurrentInput.of(step, updates, dy -> das(step, dy)));
    return mistakes;
  }

  private List<Mistake> throughTime() {
    int last = Sequences.steps(step.y()) - 1;
    String name = step.where();
    INDArray Wh = step.parameter("Wh");
    return List.of(
        Mistake.layer(
            Code.LAST_STEP_ONLY,
            "the parameters of " + name + " got the share of the last step alone",
            dy -> RecurrentSums.ofLastStep(step, das(dy, Wh, this::right))),
        Mistake.layer(
            Code.LAST_STEP_ONLY,
            "only the last step of " + name + " got gradient: nothing went back in time",
            dy -> RecurrentSums.of(step, das(Sequences.only(dy, last), Wh.mul(0), this::right))),
        Mistake.layer(
            Code.LAST_STEP_ONLY,
            "no step of " + name + " handed its gradient on to the step before",
            dy -> RecurrentSums.of(step, das(dy, Wh.mul(0), this::right))),
        Mistake.layer(
            Code.LAST_STEP_ONLY,
            "only the gradient by the last output of " + name + " was used",
            dy -> RecurrentSums.of(step, das(Sequences.only(dy, last), Wh, this::right))));
  }

  /** The right gradients by the pre-activations. */
  static List<INDArray> das(Step step, INDArray dy) {
    RnnMistakes rnn = new RnnMistakes(step);
    return rnn.das(dy, step.parameter("Wh"), rnn::right);
  }

  private Mistake mistake(Code code, String cause, Slope slope) {
    return Mistake.layer(
        code, cause, dy -> RecurrentSums.of(step, das(dy, step.parameter("Wh"), slope)));
  }

  private List<INDArray> das(INDArray dy, INDArray Wh, Slope slope) {
    List<INDArray> das = new ArrayList<>();
    INDArray after = null;
    for (int t = Sequences.steps(dy) - 1; t >= 0; t--) {
      INDArray dh = Sequences.step(dy, t);
      if (after != null) {
        dh.addi(after.mmul(Wh.transpose()));
      }
      after = slope.times(dh, t);
      das.add(after);
    }
    Collections.reverse(das);
    return das;
  }

  private INDArray right(INDArray dh, int t) {
    return dh.mul(slope(state(t)));
  }

  private INDArray state(int t) {
    return Sequences.step(step.y(), t);
  }

  private static INDArray slope(INDArray h) {
    return h.mul(h).rsubi(1);
  }
}
