package org.twinprop.layers.recurrent;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

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
 * Long short-term memory: a cell c that gates write to, keep and read from, so that gradients pass
 * through many steps without vanishing.
 *
 * <pre>
 * forward   a_t = x_t Wx + h_(t-1) Wh + b,   four blocks of columns in the order i f g o
 *           i = sigmoid(a^i)  input gate      g = tanh(a^g)     what could be written
 *           f = sigmoid(a^f)  forget gate     o = sigmoid(a^o)  output gate
 *           c_t = f c_(t-1) + i g             h_t = o tanh(c_t)        h_(-1) = c_(-1) = 0
 *           x [N, T, in]  Wx [in, 4 out]  Wh [out, 4 out]  b [4 out]  y = all h_t, [N, T, out]
 *
 * backward  from the last step to the first, with r = tanh(c_t):
 *           dh_t = dy_t + da_(t+1) Whᵀ
 *           do = dh r                         dc = dh o (1 - r^2) + dc_(t+1) f_(t+1)
 *           di = dc g     df = dc c_(t-1)     dg = dc i
 *           and through each gate's own function:
 *           da^i = di i (1 - i)   da^f = df f (1 - f)   da^g = dg (1 - g^2)   da^o = do o (1 - o)
 *           dWx, dWh, db, dx from da as in the simple recurrent layer.
 * </pre>
 *
 * <p>Source: Hochreiter and Schmidhuber (1997), with the forget gate of Gers, Schmidhuber, Cummins
 * (2000); Goodfellow, Bengio, Courville, Deep Learning (2016), section 10.10.1.
 *
 * @param outputs the size of cell and state
 */
public record Lstm(int outputs) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("lstm(out)", a -> new Lstm(a.count("out", 1)))
          .example("lstm(3)", 4, 2)
          .example("lstm(1)", 1, 1)
          .example("lstm(5)", 3, 4)
          .example("lstm(2) lstm(3)", 5, 2)
          .example("lstm(4) laststep dense(2)", 3, 3);

  /** The four blocks of columns of one step, as views. */
  private record Gates(INDArray i, INDArray f, INDArray g, INDArray o) {}

  @Override
  public Shape output(Shape input) {
    Steps.require(input);
    return Shape.of(input.size(0), outputs);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    long inputs = input.size(1);
    long columns = 4L * outputs;
    return List.of(
        Parameter.weight("Wx", inputs, outputs, inputs, columns),
        Parameter.weight("Wh", outputs, outputs, outputs, columns),
        Parameter.offset("b", 0, columns));
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    INDArray xs = Steps.first("xs", x, cache);
    INDArray as = cache.buffer("as", xs.size(0), xs.size(1), 4L * outputs);
    cache.primitives().times(Layout.rows(xs), cache.parameter("Wx"), Layout.rows(as));
    cache.primitives().addToRows(Layout.rows(as), cache.parameter("b"));
    INDArray hs = cache.buffer("hs", xs.size(0), xs.size(1), outputs);
    INDArray fromBefore = cache.buffer("h Wh", xs.size(1), 4L * outputs);
    INDArray[] a = Steps.each("a", as, cache);
    INDArray[] h = Steps.each("h", hs, cache);
    INDArray[] c = cells(hs, cache);
    INDArray[] r = readings(hs, cache);
    for (int t = 0; t < a.length; t++) {
      if (t > 0) {
        cache.primitives().times(h[t - 1], cache.parameter("Wh"), fromBefore);
        a[t].addi(fromBefore);
      }
      Gates gates = activate(gates(a[t]));
      c[t].assign(gates.i).muli(gates.g);
      if (t > 0) {
        c[t].addi(r[t].assign(gates.f).muli(c[t - 1]));
      }
      Transforms.tanh(r[t].assign(c[t]), false);
      h[t].assign(gates.o).muli(r[t]);
    }
    return Steps.last("y", hs, cache);
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray dhs = Steps.first("dhs", dy, cache);
    long n = dhs.size(1);
    INDArray das = cache.buffer("das", dhs.size(0), n, 4L * outputs);
    INDArray hs = cache.buffer("hs", dhs.shape());
    INDArray[] a = Steps.each("a", cache.buffer("as", das.shape()), cache);
    INDArray[] da = Steps.each("da", das, cache);
    INDArray[] dh = Steps.each("dh", dhs, cache);
    INDArray[] c = cells(hs, cache);
    INDArray[] r = readings(hs, cache);
    INDArray fromAfter = cache.buffer("da Wh'", n, outputs);
    INDArray dc = cache.buffer("dc", n, outputs).assign(0);
    INDArray slope = cache.buffer("slope", n, outputs);
    for (int t = da.length - 1; t >= 0; t--) {
      if (t < da.length - 1) {
        cache.primitives().timesTranspose(da[t + 1], cache.parameter("Wh"), fromAfter);
        dh[t].addi(fromAfter);
      }
      Gates gate = gates(a[t]);
      Gates d = gates(da[t]);
      dc.addi(slope.assign(r[t]).muli(r[t]).rsubi(1).muli(gate.o).muli(dh[t]));
      throughSigmoid(d.o.assign(dh[t]).muli(r[t]), gate.o, slope);
      throughSigmoid(d.i.assign(dc).muli(gate.g), gate.i, slope);
      d.g.assign(dc).muli(gate.i).muli(slope.assign(gate.g).muli(gate.g).rsubi(1));
      if (t > 0) {
        throughSigmoid(d.f.assign(dc).muli(c[t - 1]), gate.f, slope);
      } else {
        d.f.assign(0); // the cell before the first step is 0
      }
      dc.muli(gate.f);
    }
    Recurrent.parameterGradients(hs, das, cache);
    return Recurrent.inputGradient(das, cache);
  }

  private INDArray[] cells(INDArray hs, Cache cache) {
    return Steps.each("c", cache.buffer("cs", hs.shape()), cache);
  }

  /** tanh(c_t) of every step. */
  private INDArray[] readings(INDArray hs, Cache cache) {
    return Steps.each("r", cache.buffer("rs", hs.shape()), cache);
  }

  private Gates gates(INDArray a) {
    return new Gates(block(a, 0), block(a, 1), block(a, 2), block(a, 3));
  }

  private INDArray block(INDArray a, int number) {
    return a.get(all(), interval((long) number * outputs, (number + 1L) * outputs));
  }

  private static Gates activate(Gates a) {
    Transforms.sigmoid(a.i, false);
    Transforms.sigmoid(a.f, false);
    Transforms.tanh(a.g, false);
    Transforms.sigmoid(a.o, false);
    return a;
  }

  /** d = d s (1 - s). */
  private static void throughSigmoid(INDArray d, INDArray s, INDArray slope) {
    d.muli(slope.assign(s).rsubi(1).muli(s));
  }

  @Override
  public String toString() {
    return KIND.text(outputs);
  }
}
