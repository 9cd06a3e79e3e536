package org.twinprop.layers.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.text.LayerKind;

/**
 * The Gaussian error linear unit, its distribution function approximated by a tanh.
 *
 * <pre>
 * forward   y = x (1 + t) / 2      t = tanh(u),  u = c (x + a x^3),  c = sqrt(2 / pi),  a = 0.044715
 * backward  with dt/du = 1 - t^2 and du/dx = c (1 + 3 a x^2):
 *           f'(x) = (1 + t) / 2 + x (1 - t^2) c (1 + 3 a x^2) / 2
 * </pre>
 *
 * <p>Source: Hendrycks and Gimpel, Gaussian Error Linear Units (2016), section 2.
 */
public final class GeluTanh extends Activation {
  public static final LayerKind KIND = kind("gelu-tanh", a -> new GeluTanh());

  private static final double A = 0.044715;
  private static final double C = Math.sqrt(2 / Math.PI);

  @Override
  protected void function(INDArray x, INDArray y, Cache cache) {
    tanh(x, y);
    y.addi(1).muli(0.5).muli(x);
  }

  @Override
  protected void derivative(INDArray x, INDArray y, INDArray dy, INDArray dx, Cache cache) {
    INDArray t = cache.bufferLike("t", x);
    tanh(x, t);
    INDArray slope = cache.bufferLike("slope", x); // (1 - t^2) c (1 + 3 a x^2)
    slope.assign(t).muli(t).rsubi(1);
    dx.assign(x).muli(x).muli(3 * A).addi(1).muli(C);
    slope.muli(dx).muli(x);
    dx.assign(t).addi(1).addi(slope).muli(0.5).muli(dy);
  }

  private static void tanh(INDArray x, INDArray t) {
    t.assign(x).muli(x).muli(A).addi(1).muli(x).muli(C);
    Transforms.tanh(t, false);
  }

  @Override
  public String toString() {
    return KIND.text();
  }
}
