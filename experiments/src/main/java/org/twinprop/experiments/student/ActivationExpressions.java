package org.twinprop.experiments.student;

import java.util.Map;
import org.twinprop.layers.Layer;
import org.twinprop.layers.activation.Cube;
import org.twinprop.layers.activation.Elu;
import org.twinprop.layers.activation.HardTanh;
import org.twinprop.layers.activation.Identity;
import org.twinprop.layers.activation.LeakyRelu;
import org.twinprop.layers.activation.Mish;
import org.twinprop.layers.activation.Relu;
import org.twinprop.layers.activation.Relu6;
import org.twinprop.layers.activation.Sigmoid;
import org.twinprop.layers.activation.Softplus;
import org.twinprop.layers.activation.Softsign;
import org.twinprop.layers.activation.Swish;
import org.twinprop.layers.activation.Tanh;

/** Activations as one line of ND4J. */
final class ActivationExpressions {
  private static final Map<Class<? extends Layer>, String> BY_CLASS =
      Map.ofEntries(
          Map.entry(Identity.class, "x.dup()"),
          Map.entry(Cube.class, "x.mul(x).mul(x)"),
          Map.entry(Relu.class, "Transforms.max(x, 0)"),
          Map.entry(Relu6.class, "Transforms.min(Transforms.max(x, 0), 6)"),
          Map.entry(HardTanh.class, "Transforms.min(Transforms.max(x, -1), 1)"),
          Map.entry(Sigmoid.class, "Transforms.sigmoid(x)"),
          Map.entry(Tanh.class, "Transforms.tanh(x)"),
          Map.entry(Softplus.class, "Transforms.softPlus(x)"),
          Map.entry(Softsign.class, "x.div(Transforms.abs(x).add(1))"),
          Map.entry(Swish.class, "x.mul(Transforms.sigmoid(x))"),
          Map.entry(Mish.class, "x.mul(Transforms.tanh(Transforms.softPlus(x)))"));

  private ActivationExpressions() {}

  /** The expression of x; null for what is no such activation. */
  static String of(Layer layer) {
    if (layer instanceof LeakyRelu leaky) {
      return "Transforms.max(x, 0).add(Transforms.min(x, 0).mul(%s))".formatted(leaky.slope());
    }
    if (layer instanceof Elu elu) {
      return "Transforms.max(x, 0).add(Transforms.exp(Transforms.min(x, 0)).sub(1).mul(%s))"
          .formatted(elu.alpha());
    }
    return BY_CLASS.get(layer.getClass());
  }
}
