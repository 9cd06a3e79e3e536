package org.twinprop.layers.recurrent;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.text.LayerKind;

/**
 * The simple recurrent layer: the state after a step follows from the step's input and the state
 * before.
 *
 * <pre>
 * forward   a_t = x_t Wx + h_(t-1) Wh + b        h_t = tanh(a_t)        h_(-1) = 0,  t = 0..T-1
 *           x [N, T, in]  Wx [in, out]  Wh [out, out]  b [out]  y = all h_t, [N, T, out]
 *
 * backward  through time, from the last step to the first. h_t reaches the loss as output y_t and
 *           as the state of step t+1:
 *           dh_t = dy_t + da_(t+1) Whᵀ           da_t = (1 - h_t^2) dh_t
 *           The same Wx, Wh and b serve at every step, so their gradients are sums over the steps:
 *           dWx = sum_t x_tᵀ da_t      dWh = sum_t h_(t-1)ᵀ da_t      db = sum_t,n da_t
 *           dx_t = da_t Wxᵀ
 * </pre>
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), sections 10.2 and 10.2.2.
 *
 * @param outputs the size of the state
 */
public record Rnn(int outputs) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("rnn(out)", a -> new Rnn(a.count("out", 1)))
          .example("rnn(3)", 4, 2)
          .example("rnn(1)", 1, 1)
          .example("rnn(5)", 3, 4)
          .example("rnn(2) rnn(3)", 5, 2)
          .example("rnn(4) laststep dense(2)", 3, 3);

  @Override
  public Shape output(Shape input) {
    Steps.require(input);
    return Shape.of(input.size(0), outputs);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    long inputs = input.size(1);
    return List.of(
        Parameter.weight("Wx", inputs, outputs, inputs, outputs),
        Parameter.weight("Wh", outputs, outputs, outputs, outputs),
        Parameter.offset("b", 0, outputs));
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    INDArray xs = Steps.first("xs", x, cache);
    INDArray hs = cache.buffer("hs", xs.size(0), xs.size(1), outputs);
    cache.primitives().times(Layout.rows(xs), cache.parameter("Wx"), Layout.rows(hs));
    cache.primitives().addToRows(Layout.rows(hs), cache.parameter("b"));
    INDArray fromBefore = cache.buffer("h Wh", xs.size(1), outputs);
    INDArray[] h = Steps.each("h", hs, cache);
    for (int t = 0; t < h.length; t++) {
      if (t > 0) {
        cache.primitives().times(h[t - 1], cache.parameter("Wh"), fromBefore);
        h[t].addi(fromBefore);
      }
      Transforms.tanh(h[t], false);
    }
    return Steps.last("y", hs, cache);
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray das = Steps.first("das", dy, cache);
    INDArray hs = cache.buffer("hs", das.shape());
    INDArray[] da = Steps.each("da", das, cache);
    INDArray[] h = Steps.each("h", hs, cache);
    INDArray fromAfter = cache.buffer("da Wh'", das.size(1), outputs);
    INDArray slope = cache.buffer("1 - h^2", das.size(1), outputs);
    for (int t = da.length - 1; t >= 0; t--) {
      if (t < da.length - 1) {
        cache.primitives().timesTranspose(da[t + 1], cache.parameter("Wh"), fromAfter);
        da[t].addi(fromAfter);
      }
      da[t].muli(slope.assign(h[t]).muli(h[t]).rsubi(1));
    }
    Recurrent.parameterGradients(hs, das, cache);
    return Recurrent.inputGradient(das, cache);
  }

  @Override
  public String toString() {
    return KIND.text(outputs);
  }
}
