package org.twinprop.trainer.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Objective;

/**
 * The directions in which a student may have updated weights before the backward pass was through
 * with them: along the gradient that was handed in, or along it before the price of the weights was
 * added.
 */
record Updates(Map<String, List<INDArray>> byName) {
  static Updates of(Submission submission) {
    Objective objective = submission.network().architecture().objective();
    Map<String, List<INDArray>> byName = new LinkedHashMap<>();
    submission
        .gradients()
        .forEach(
            (name, dW) -> {
              INDArray W = submission.network().parameters().get(name);
              boolean priced = W != null && (objective.l1() != 0 || objective.l2() != 0);
              byName.put(name, priced ? List.of(dW, data(dW, W, objective)) : List.of(dW));
            });
    return new Updates(byName);
  }

  /** Those of one parameter; none if the student did not give its gradient. */
  List<INDArray> of(String name) {
    return byName.getOrDefault(name, List.of());
  }

  private static INDArray data(INDArray dW, INDArray W, Objective objective) {
    return dW.sub(W.mul(objective.l2())).subi(Transforms.sign(W, true).muli(objective.l1()));
  }
}
