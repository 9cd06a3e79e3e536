package org.twinprop.trainer.diagnosis;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.primitives.Layout;

/** What can go wrong in a softmax layer: dx = y (dy - sum_k dy_k y_k). */
final class SoftmaxMistakes {
  private SoftmaxMistakes() {}

  static List<Mistake> of(Step step, boolean last) {
    String name = step.where();
    return List.of(
        Mistake.input(
            Code.ACTIVATION_DERIVATIVE_MISSING,
            "the gradient passed through " + name + " unchanged: its derivative is missing",
            INDArray::dup),
        Mistake.input(
            Code.SOFTMAX_DIAGONAL_ONLY,
            "only the diagonal y(1-y) of the Jacobian of " + name + " was used",
            dy -> step.y().rsub(1).muli(step.y()).muli(dy)),
        Mistake.input(
            Code.ACTIVATION_DERIVATIVE_AT_OUTPUT,
            "the derivative of " + name + " was written for its output and evaluated at its input",
            dy -> jacobian(step.x(), dy)),
        Mistake.input(
            Code.ACTIVATION_DERIVATIVE_AT_OUTPUT,
            "the derivative of " + name + " was evaluated at its output, not at its input",
            dy -> step.at(step.y(), dy).dx()),
        Mistake.input(
            last ? Code.OUTPUT_DERIVATIVE_EXTRA : Code.ACTIVATION_DERIVATIVE_TWICE,
            "the derivative of " + name + " was applied twice",
            dy -> jacobian(step.y(), jacobian(step.y(), dy))));
  }

  /** p (d - sum_k d_k p_k), row by row. */
  static INDArray jacobian(INDArray p, INDArray d) {
    INDArray rows = Layout.rows(p);
    INDArray delta = Layout.rows(d);
    INDArray total = delta.mul(rows).sum(1);
    return delta.subColumnVector(total).muli(rows).reshape('c', d.shape());
  }
}
