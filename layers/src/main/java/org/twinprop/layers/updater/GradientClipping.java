package org.twinprop.layers.updater;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Holds gradients small before an updater sees them, against the rare huge step.
 *
 * <pre>
 * by value   g_i = min(max(g_i, -limit), limit)         changes the direction
 * by norm    g = g limit / |g|  where |g| > limit       keeps it; |g| over all parameters together
 * </pre>
 *
 * Regularisation is part of g. Both may be set; by value comes first.
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 10.11.1; Pascanu,
 * Mikolov, Bengio, On the difficulty of training recurrent neural networks (2013), algorithm 1.
 *
 * @param value the limit of every entry, above 0; infinity for none
 * @param norm the limit of the length of the whole gradient, above 0; infinity for none
 */
public record GradientClipping(double value, double norm) {
  /** Gradients stay as they are. */
  public static final GradientClipping NONE =
      new GradientClipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  public GradientClipping {
    if (!(value > 0 && norm > 0)) {
      throw new IllegalArgumentException(
          "the limits of gradient clipping must be above 0, but are value=%s and norm=%s"
              .formatted(value, norm));
    }
  }

  /**
   * @param gradient of all trained parameters, changed in place
   */
  public void apply(INDArray gradient) {
    if (value < Double.POSITIVE_INFINITY) {
      Transforms.min(Transforms.max(gradient, -value, false), value, false);
    }
    if (norm < Double.POSITIVE_INFINITY) {
      double length = gradient.norm2Number().doubleValue();
      if (length > norm) {
        gradient.muli(norm / length);
      }
    }
  }
}
