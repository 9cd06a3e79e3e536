package org.twinprop.trainer.twin;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How the numbers of one of our arrays lie in DL4J's. Both ways are copies into arrays that exist.
 */
interface ParameterLayout {
  /** Equal entries at equal places; DL4J may write a vector as a matrix of one row. */
  ParameterLayout SAME =
      new ParameterLayout() {
        @Override
        public void toTheirs(INDArray ours, INDArray theirs) {
          theirs.assign(ours.reshape(theirs.shape()));
        }

        @Override
        public void toOurs(INDArray theirs, INDArray ours) {
          ours.assign(theirs.reshape(ours.shape()));
        }
      };

  void toTheirs(INDArray ours, INDArray theirs);

  void toOurs(INDArray theirs, INDArray ours);
}
