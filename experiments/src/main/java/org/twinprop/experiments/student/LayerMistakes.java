package org.twinprop.experiments.student;

import java.util.List;
import org.twinprop.trainer.diagnosis.Explanation;
import org.twinprop.trainer.diagnosis.TensorFinding;

/**
 * Mistakes of a layer that stands alone. The loss behind it is ours, so what reads as a mistake in
 * the loss was made throughout the layer, and another loss is no explanation.
 */
final class LayerMistakes {
  private static final String ANOTHER_LOSS = "another-loss";
  private static final String EVERYWHERE = "all of the layer";

  private LayerMistakes() {}

  static List<Explanation> of(List<Explanation> explanations) {
    return explanations.stream()
        .filter(one -> !one.code().equals(ANOTHER_LOSS))
        .map(LayerMistakes::in)
        .toList();
  }

  static TensorFinding of(TensorFinding tensor) {
    return new TensorFinding(
        tensor.name(),
        tensor.shape(),
        tensor.maxRelativeErrors(),
        tensor.worst(),
        tensor.verdict(),
        of(tensor.explanations()));
  }

  private static Explanation in(Explanation one) {
    return new Explanation(
        one.code(),
        one.fit(),
        one.explains(),
        one.layer(),
        one.layer() == 0 ? EVERYWHERE : one.where().replaceFirst("^layer 1, ", ""),
        one.constant(),
        one.entries(),
        one.cause().replace("layer 1, ", ""),
        one.fix().replace("layer 1, ", ""),
        one.runnerUp().filter(second -> !second.code().contains(ANOTHER_LOSS)));
  }
}
