package org.twinprop.layers.pooling;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a pooling window sees, as views into one buffer.
 *
 * @param columns [C, positions, N, H', W'], as patches are gathered and scattered
 * @param positions for each position of the window what it sees everywhere, [C, N, H', W'], without
 *     gaps in memory
 */
record Seen(INDArray columns, INDArray[] positions) {
  /**
   * @param buffer [positions, C, N, H', W']
   */
  static Seen of(INDArray buffer) {
    INDArray[] positions = new INDArray[Math.toIntExact(buffer.size(0))];
    for (int o = 0; o < positions.length; o++) {
      positions[o] = buffer.get(point(o), all(), all(), all(), all());
    }
    return new Seen(buffer.permute(1, 0, 2, 3, 4), positions);
  }
}
