package org.twinprop.trainer.twin;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gates of a recurrent layer are blocks of columns of equal width; only their order differs.
 *
 * @param ours for each of DL4J's blocks, in its order, the number of ours
 */
record GateLayout(int... ours) implements ParameterLayout {
  /**
   * Ours are input gate, forget gate, candidate (what could be written), output gate. DL4J's I, F,
   * O, G are candidate, forget gate, output gate, input gate: in its code the layer's own function,
   * tanh, goes to I, and the gates' sigmoid to G.
   */
  static final GateLayout OF_LSTM = new GateLayout(2, 1, 3, 0);

  @Override
  public void toTheirs(INDArray our, INDArray their) {
    for (int block = 0; block < ours.length; block++) {
      block(their, block).assign(block(our, ours[block]));
    }
  }

  @Override
  public void toOurs(INDArray their, INDArray our) {
    for (int block = 0; block < ours.length; block++) {
      block(our, ours[block]).assign(block(their, block));
    }
  }

  private INDArray block(INDArray array, int number) {
    long columns = array.size(array.rank() - 1);
    INDArray matrix = array.reshape(array.ordering(), array.length() / columns, columns);
    long width = columns / ours.length;
    return matrix.get(all(), interval(number * width, (number + 1) * width));
  }
}
