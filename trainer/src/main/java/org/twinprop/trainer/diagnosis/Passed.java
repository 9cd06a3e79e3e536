package org.twinprop.trainer.diagnosis;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a layer's backward pass gives.
 *
 * @param dx the gradient by its input; null where there is none
 * @param gradients by its parameters, under their names within the layer
 */
record Passed(INDArray dx, Map<String, INDArray> gradients) {
  /** For a layer without parameters. */
  static Passed down(INDArray dx) {
    return new Passed(dx, Map.of());
  }
}
