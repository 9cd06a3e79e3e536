package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.primitives.Layout;

/** What can go wrong in a dense layer on the way down: dx = dy Wᵀ. */
final class DenseMistakes {
  private DenseMistakes() {}

  /**
   * @param updates of parameters that the student may have made too early
   */
  static List<Mistake> of(Step step, Updates updates) {
    List<Mistake> mistakes = new ArrayList<>();
    INDArray W = step.parameter("W");
    if (W.size(0) == W.size(1) && W.size(0) > 1) {
      mistakes.add(
          Mistake.input(
              Code.TRANSPOSED,
              "the gradient went back through W of " + step.where() + " instead of its transpose",
              dy -> product(step, dy, W.transpose())));
    }
    for (INDArray dW : updates.of("W" + step.suffix())) {
      mistakes.add(updatedWeights(step, W, dW));
    }
    return mistakes;
  }

  /** dx = dy (W - eta dW)ᵀ: after a step of gradient descent with the rate eta. */
  private static Mistake updatedWeights(Step step, INDArray W, INDArray dW) {
    return new Mistake(
        List.of(Code.UPDATED_WEIGHTS),
        Mistake.Reach.FAMILY,
        "the gradient went back through the W of "
            + step.where()
            + " that had already been updated (learning rate {constant})",
        dy -> Passed.down(product(step, dy, W.sub(dW))));
  }

  /** dy Wᵀ, shaped as the layer's input. */
  private static INDArray product(Step step, INDArray dy, INDArray W) {
    return Layout.rows(dy).mmul(W.transpose()).dup('c').reshape('c', step.x().shape());
  }
}
