package org.twinprop.layers.recurrent;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.primitives.Layout;

/**
 * What every recurrent layer with pre-activations a_t = x_t Wx + h_(t-1) Wh + b shares: given all
 * da_t, the gradients by its parameters and its input are sums over the steps, each one product.
 */
final class Recurrent {
  private Recurrent() {}

  /**
   * dWx = sum_t x_tᵀ da_t, dWh = sum_(t>0) h_(t-1)ᵀ da_t (the first state before is 0), db = sum
   * da.
   *
   * @param hs the states, [T, N, out]
   * @param das the gradients by the pre-activations, [T, N, columns of Wx]
   */
  static void parameterGradients(INDArray hs, INDArray das, Cache cache) {
    INDArray dA = Layout.rows(das);
    long features = cache.parameter("Wx").size(0);
    INDArray xs = cache.buffer("xs", das.size(0), das.size(1), features);
    cache.primitives().transposeTimes(Layout.rows(xs), dA, cache.gradient("Wx"));
    cache.primitives().sumOfRows(dA, cache.gradient("b"));
    long last = das.size(0) - 1;
    if (last == 0) {
      cache.gradient("Wh").assign(0);
      return;
    }
    cache
        .primitives()
        .transposeTimes(
            Steps.rows(hs, 0, last), Steps.rows(das, 1, last + 1), cache.gradient("Wh"));
  }

  /** dx_t = da_t Wxᵀ, as [N, T, in]; null if it is not needed. */
  static INDArray inputGradient(INDArray das, Cache cache) {
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray Wx = cache.parameter("Wx");
    INDArray dxs = cache.buffer("dxs", das.size(0), das.size(1), Wx.size(0));
    cache.primitives().timesTranspose(Layout.rows(das), Wx, Layout.rows(dxs));
    return Steps.last("dx", dxs, cache);
  }
}
