package org.twinprop.trainer.diagnosis;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Sequences [N, T, D] step by step. */
final class Sequences {
  private Sequences() {}

  /** A copy of one step, [N, D]. */
  static INDArray step(INDArray batch, int t) {
    return batch
        .get(NDArrayIndex.all(), NDArrayIndex.point(t), NDArrayIndex.all())
        .dup('c')
        .reshape('c', batch.size(0), batch.size(2));
  }

  static int steps(INDArray batch) {
    return (int) batch.size(1);
  }

  /** [N, T, D] of its steps. */
  static INDArray of(List<INDArray> steps) {
    INDArray first = steps.get(0);
    INDArray batch = Nd4j.create(DataType.DOUBLE, first.size(0), steps.size(), first.size(1));
    for (int t = 0; t < steps.size(); t++) {
      batch.get(NDArrayIndex.all(), NDArrayIndex.point(t), NDArrayIndex.all()).assign(steps.get(t));
    }
    return batch;
  }

  /** The same with every step but one set to 0. */
  static INDArray only(INDArray batch, int t) {
    INDArray one = Nd4j.create(DataType.DOUBLE, batch.shape());
    one.get(NDArrayIndex.all(), NDArrayIndex.point(t), NDArrayIndex.all())
        .assign(batch.get(NDArrayIndex.all(), NDArrayIndex.point(t), NDArrayIndex.all()));
    return one;
  }
}
