package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.same.Max;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

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
  public void relu(INDArray x, INDArray y) {
    y.assign(x);
    Transforms.relu(y, false);
  }

  @Override
  public void reluGradient(INDArray y, INDArray dy, INDArray dx) {
    dx.assign(y); // its sign is 1 where it is above 0, else 0
    Transforms.sign(dx, false).muli(dy);
  }

  @Override
  public void softmaxCrossEntropy(INDArray z, INDArray y, INDArray p, INDArray losses) {
    try (INDArray logP = z.dup('c');
        INDArray sums = losses.ulike()) {
      maxOfColumns(z, losses);
      logP.subiColumnVector(losses);
      Transforms.exp(p.assign(logP), false);
      p.sum(sums, 1);
      p.diviColumnVector(sums);
      logP.subiColumnVector(Transforms.log(sums, false)).muli(y);
      logP.sum(losses, 1);
      losses.negi();
    }
  }

  @Override
  public void minus(INDArray a, INDArray b, INDArray out) {
    a.subi(b, out);
  }

  @Override
  public void scaleRows(INDArray y, INDArray w) {
    y.muliColumnVector(w);
  }

  @Override
  public double dot(INDArray a, INDArray b) {
    try (INDArray product = a.mul(b)) {
      return product.sumNumber().doubleValue();
    }
  }

  @Override
  public void copy(INDArray from, INDArray to) {
    to.assign(from);
  }

  @Override
  public void adam(INDArray theta, INDArray g, INDArray m, INDArray v, AdamStep step) {
    try (INDArray scratch = Nd4j.createUninitialized(g.dataType(), g.shape())) {
      m.muli(step.beta1()).addi(scratch.assign(g).muli(1 - step.beta1()));
      v.muli(step.beta2()).addi(scratch.assign(g).muli(g).muli(1 - step.beta2()));
      Transforms.sqrt(scratch.assign(v), false).addi(step.floor());
      theta.subi(scratch.rdivi(m).muli(step.rate()));
    }
  }

  @Override
  public PatchProducts patchProducts(INDArray images, Window window) {
    return new GatheredProducts(images, window, this);
  }

  @Override
  public WindowMaxima maxima(INDArray images, Window window) {
    return new SeenMaxima(images, window, this);
  }

  @Override
  public Patches patches(INDArray images, Window window) {
    return new ViewPatches(images, window);
  }
}
