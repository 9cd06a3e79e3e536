package org.twinprop.trainer.diagnosis;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.regularization.Dropout;

/** What can go wrong in dropout: dx = m dy, m being 0 or 1/(1-rate). */
final class DropoutMistakes {
  private DropoutMistakes() {}

  static List<Mistake> of(Step step, Dropout dropout) {
    double kept = 1 - dropout.rate();
    String name = step.where();
    return List.of(
        Mistake.input(
            Code.DROPOUT_MASK_MISSING,
            name + " let the gradient of dropped entries pass: the mask is missing on the way back",
            INDArray::dup),
        Mistake.input(
            Code.DROPOUT_MASK_MISSING,
            name + " scaled the gradient but did not drop what the mask dropped",
            dy -> dy.div(kept)),
        Mistake.input(
            Code.DROPOUT_SCALE_MISSING,
            name
                + " dropped the right entries on the way back, but its scale 1/(1-rate) is missing",
            dy -> step.backward(dy).dx().muli(kept)),
        Mistake.input(
            Code.DROPOUT_SCALE_MISSING,
            name + " applied its scale 1/(1-rate) twice on the way back",
            dy -> step.backward(dy).dx().divi(kept)));
  }
}
