package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Layer;
import org.twinprop.layers.activation.Elu;
import org.twinprop.layers.activation.LeakyRelu;
import org.twinprop.layers.activation.Relu;
import org.twinprop.layers.activation.Relu6;
import org.twinprop.layers.activation.Sigmoid;
import org.twinprop.layers.activation.Softplus;
import org.twinprop.layers.activation.Softsign;
import org.twinprop.layers.activation.Tanh;

/** What can go wrong in an activation: dx = f'(x) dy, entry by entry. */
final class ActivationMistakes {
  private ActivationMistakes() {}

  /**
   * @param last whether nothing but this activation is between the loss and the layers before
   */
  static List<Mistake> of(Step step, boolean last) {
    List<Mistake> mistakes = new ArrayList<>();
    String name = step.where();
    mistakes.add(
        Mistake.input(
            Code.ACTIVATION_DERIVATIVE_MISSING,
            "the gradient passed through " + name + " unchanged: its derivative is missing",
            INDArray::dup));
    mistakes.add(
        Mistake.input(
            Code.ACTIVATION_DERIVATIVE_AT_OUTPUT,
            "the derivative of " + name + " was evaluated at its output, not at its input",
            dy -> step.at(step.y(), dy).dx()));
    UnaryOperator<INDArray> byOutput = derivativeByOutput(step.layer());
    if (byOutput != null) {
      mistakes.add(
          Mistake.input(
              Code.ACTIVATION_DERIVATIVE_AT_OUTPUT,
              "the derivative of "
                  + name
                  + " was written for its output and evaluated at its input",
              dy -> byOutput.apply(step.x()).muli(dy)));
    }
    mistakes.add(twice(step, last));
    if (isRectifier(step.layer())) {
      mistakes.addAll(masks(step));
      mistakes.addAll(kinks(step));
    }
    return mistakes;
  }

  private static Mistake twice(Step step, boolean last) {
    return Mistake.input(
        last ? Code.OUTPUT_DERIVATIVE_EXTRA : Code.ACTIVATION_DERIVATIVE_TWICE,
        "the derivative of " + step.where() + " was applied twice",
        dy -> step.backward(step.backward(dy).dx()).dx());
  }

  /** dx = dy where dy is positive, not where x is; alone, and on top of the right mask. */
  private static List<Mistake> masks(Step step) {
    String name = step.where();
    return List.of(
        Mistake.input(
            Code.RELU_MASK_FROM_GRADIENT,
            name + " let the gradient pass where the gradient is positive, not where its input is",
            dy -> step.at(dy, dy).dx()),
        Mistake.input(
            Code.RELU_MASK_FROM_GRADIENT,
            name + " let the gradient pass where both the gradient and its input are positive",
            dy -> step.backward(step.at(dy, dy).dx()).dx()));
  }

  /** At 0 any slope between those of both sides is a subgradient; ours is the left one. */
  private static List<Mistake> kinks(Step step) {
    INDArray atZero = step.x().eq(0).castTo(step.x().dataType());
    if (atZero.sumNumber().doubleValue() == 0 || step.bend() != null) {
      return List.of();
    }
    double slope = step.layer() instanceof LeakyRelu leaky ? leaky.slope() : 0;
    return List.of(
        Mistake.kink(
            step.where() + " has inputs that are exactly 0, where its slope was taken as 1",
            dy -> step.backward(dy).dx().addi(dy.mul(atZero).muli(1 - slope))),
        Mistake.kink(
            step.where() + " has inputs that are exactly 0, where its slope was taken as half way",
            dy -> step.backward(dy).dx().addi(dy.mul(atZero).muli((1 - slope) / 2))));
  }

  private static boolean isRectifier(Layer layer) {
    return layer instanceof Relu || layer instanceof LeakyRelu || layer instanceof Relu6;
  }

  /** f' as it is often written, as a function of y = f(x); null where it is not. */
  private static UnaryOperator<INDArray> derivativeByOutput(Layer layer) {
    if (layer instanceof Sigmoid) {
      return t -> t.rsub(1).muli(t);
    }
    if (layer instanceof Tanh) {
      return t -> t.mul(t).rsubi(1);
    }
    if (layer instanceof Softplus) {
      return t -> Transforms.exp(t.neg(), false).rsubi(1);
    }
    if (layer instanceof Softsign) {
      return t -> Transforms.pow(Transforms.abs(t, true).rsubi(1), 2, false);
    }
    return layer instanceof Elu ? ActivationMistakes::eluByOutput : null;
  }

  /** 1 where y > 0, else y + 1 (for alpha = 1). */
  private static INDArray eluByOutput(INDArray t) {
    return Transforms.min(t, 0, true).addi(1);
  }

  /** Every f'(x): the backward pass of ones. */
  static INDArray slope(Step step) {
    return step.backward(Nd4j.onesLike(step.y())).dx();
  }
}
