package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.same.Max;
import org.nd4j.linalg.factory.Nd4j;

/** The primitives by ND4J's operations alone: they run on every backend, and are the definition. */
public class Nd4jPrimitives implements Primitives {
  @Override
  public void times(INDArray a, INDArray b, INDArray out) {
    Nd4j.gemm(a, b, out, false, false, 1, 0);
  }

  @Override
  public void transposeTimes(INDArray a, INDArray b, INDArray out) {
    Nd4j.gemm(a, b, out, true, false, 1, 0);
  }

  @Override
  public void timesTranspose(INDArray a, INDArray b, INDArray out) {
    Nd4j.gemm(a, b, out, false, true, 1, 0);
  }

  @Override
  public void addToRows(INDArray y, INDArray b) {
    y.addiRowVector(b);
  }

  @Override
  public void addToColumns(INDArray y, INDArray b) {
    y.addiColumnVector(b);
  }

  @Override
  public void sumOfRows(INDArray y, INDArray out) {
    y.sum(out, 0);
  }

  @Override
  public void sumOfColumns(INDArray y, INDArray out) {
    y.sum(out, 1);
  }

  @Override
  public void maxOfColumns(INDArray y, INDArray out) {
    Nd4j.getExecutioner().exec(new Max(y, out, 1));
  }

  @Override
  public Patches patches(INDArray images, Window window) {
    return new ViewPatches(images, window);
  }
}
