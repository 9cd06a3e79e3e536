package org.twinprop.trainer.diagnosis;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;

/** Targets in the shape of the network's output. */
final class OneHot {
  private OneHot() {}

  /** The submission's targets; class numbers become rows of zeros with a one. */
  static INDArray of(Submission submission) {
    Network network = submission.network();
    INDArray y = submission.y();
    long[] shape = network.output().ofBatch(submission.x().size(0));
    if (y.rank() == shape.length) {
      return Entries.copy(y);
    }
    int classes = (int) shape[shape.length - 1];
    double[] numbers = Entries.of(y);
    double[] ones = new double[numbers.length * classes];
    for (int row = 0; row < numbers.length; row++) {
      ones[row * classes + (int) numbers[row]] = 1;
    }
    return Nd4j.create(ones, shape, DataType.DOUBLE);
  }
}
