package org.twinprop.layers.dense;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.text.LayerKind;

/**
 * The dense layer: every output is a weighted sum of all inputs.
 *
 * <pre>
 * forward   y = x W + b        x [N, in]  W [in, out]  b [out]  y [N, out]
 *           y_nj = sum_i x_ni W_ij + b_j
 *
 * backward  The loss L depends on W_ij through y_nj for every example n, and dy_nj/dW_ij = x_ni:
 *           dW_ij = sum_n x_ni dy_nj      so  dW = xᵀ dy
 *           b_j is added to y_nj for every n:
 *           db_j  = sum_n dy_nj           so  db = the sum of dy's rows
 *           x_ni reaches every output j with weight W_ij:
 *           dx_ni = sum_j dy_nj W_ij      so  dx = dy Wᵀ
 * </pre>
 *
 * A sequence [N, T, in] is taken as N T rows: the same W and b at every step.
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.5.
 *
 * @param outputs the number of outputs
 * @param bias whether b is added
 */
public record Dense(int outputs, boolean bias) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("dense(out, bias=true)", a -> new Dense(a.count("out", 1), a.flag("bias")))
          .example("dense(4)", 3)
          .example("dense(1)", 1)
          .example("dense(7, bias=false)", 5)
          .example("dense(3)", 13)
          .example("dense(2)", 4, 3);

  @Override
  public Shape output(Shape input) {
    return switch (input.rank()) {
      case 1 -> Shape.of(outputs);
      case 2 -> Shape.of(input.size(0), outputs);
      default ->
          throw new IllegalArgumentException(
              "got input " + input + ", but needs a row of features: put flatten before it");
    };
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    long inputs = input.size(input.rank() - 1);
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.weight("W", inputs, outputs, inputs, outputs));
    if (bias) {
      parameters.add(Parameter.offset("b", 0, outputs));
    }
    return parameters;
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    cache.keep("x", x);
    INDArray y = cache.buffer("y", output(Shape.ofExamplesIn(x)).ofBatch(x.size(0)));
    cache.primitives().times(Layout.rows(x), cache.parameter("W"), Layout.rows(y));
    if (bias) {
      cache.primitives().addToRows(Layout.rows(y), cache.parameter("b"));
    }
    return y;
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray x = cache.kept("x");
    cache.primitives().transposeTimes(Layout.rows(x), Layout.rows(dy), cache.gradient("W"));
    if (bias) {
      cache.primitives().sumOfRows(Layout.rows(dy), cache.gradient("b"));
    }
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray dx = cache.buffer("dx", x.shape());
    cache.primitives().timesTranspose(Layout.rows(dy), cache.parameter("W"), Layout.rows(dx));
    return dx;
  }

  @Override
  public String toString() {
    return KIND.text(outputs, bias);
  }
}
