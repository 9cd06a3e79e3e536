package org.twinprop.layers.shaping;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.LayerKind;

/**
 * A residual connection: the layers inside learn what to add to their input.
 *
 * <pre>
 * forward   y = x + f(x)                    f(x) must have the shape of x
 * backward  x reaches y by two ways:   dx = dy + (the backward pass of f)(dy)
 * </pre>
 *
 * <p>Source: He, Zhang, Ren, Sun, Deep Residual Learning for Image Recognition (2016), equation 1.
 *
 * @param body the layers f
 */
public record Residual(Chain body) implements Layer {
  public static final LayerKind KIND =
      LayerKind.of("residual(...)", a -> new Residual(new Chain(a.body(), a.bodyTexts())))
          .example("residual(dense(4) tanh dense(4))", 4)
          .example("residual(conv(2,3,pad=1) relu conv(2,3,pad=1))", 2, 4, 5)
          .example("residual(relu)", 3)
          .example("dense(3) residual(residual(dense(3)) tanh) dense(2)", 5)
          .example("residual(dense(1))", 1);

  @Override
  public List<Layer> children() {
    return List.of(body);
  }

  @Override
  public Shape output(Shape input) {
    Shape inside = body.output(input);
    if (!inside.equals(input)) {
      throw new IllegalArgumentException(
          "the layers inside turn %s into %s, but must keep the shape: end them with %s"
              .formatted(input, inside, ending(input, inside)));
    }
    return input;
  }

  /** A layer that brings the shape back, or how to keep it. */
  private static String ending(Shape input, Shape inside) {
    if (input.rank() == 3) {
      return sameButFirst(input, inside)
          ? "conv(%d,1)".formatted(input.size(0))
          : "conv(%d,3,pad=1), and let no layer change height or width".formatted(input.size(0));
    }
    return "dense(%d)".formatted(input.size(input.rank() - 1));
  }

  private static boolean sameButFirst(Shape one, Shape other) {
    return other.rank() == 3 && one.size(1) == other.size(1) && one.size(2) == other.size(2);
  }

  @Override
  public INDArray forward(INDArray x, Cache cache) {
    INDArray y = cache.bufferLike("y", x);
    return y.assign(x).addi(body.forward(x, cache.child(0)));
  }

  @Override
  public INDArray backward(INDArray dy, Cache cache) {
    INDArray inside = body.backward(dy, cache.child(0));
    if (!cache.needsInputGradient()) {
      return null;
    }
    INDArray dx = cache.bufferLike("dx", dy);
    return dx.assign(dy).addi(inside);
  }

  @Override
  public String toString() {
    return KIND.text(body);
  }
}
