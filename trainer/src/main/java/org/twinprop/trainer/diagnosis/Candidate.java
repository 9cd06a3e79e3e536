package org.twinprop.trainer.diagnosis;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a segment would be if certain mistakes were made in it.
 *
 * @param made the mistakes
 * @param cost of each, alone
 * @param position at the end of the segment
 * @param inside the mistake among them that is inside the layer at the end; null for none
 * @param gradients that follow, by parameter name
 */
record Candidate(
    List<Made> made,
    List<Double> cost,
    Position position,
    Mistake inside,
    Map<String, INDArray> gradients) {
  /** Whether it is the right way. */
  boolean isBase() {
    return made.isEmpty();
  }
}
