package org.twinprop.trainer.twin;

import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.twinprop.layers.Layer;
import org.twinprop.layers.activation.Cube;
import org.twinprop.layers.activation.Elu;
import org.twinprop.layers.activation.Gelu;
import org.twinprop.layers.activation.GeluTanh;
import org.twinprop.layers.activation.HardSigmoid;
import org.twinprop.layers.activation.HardTanh;
import org.twinprop.layers.activation.Identity;
import org.twinprop.layers.activation.LeakyRelu;
import org.twinprop.layers.activation.Mish;
import org.twinprop.layers.activation.Relu;
import org.twinprop.layers.activation.Relu6;
import org.twinprop.layers.activation.Selu;
import org.twinprop.layers.activation.Sigmoid;
import org.twinprop.layers.activation.Softmax;
import org.twinprop.layers.activation.Softplus;
import org.twinprop.layers.activation.Softsign;
import org.twinprop.layers.activation.Swish;
import org.twinprop.layers.activation.Tanh;

/**
 * The activations, and which of them are another function in DL4J. Its derivative of relu at 0 is
 * 0, as ours; softmax is over the last dimension in both, so over the features of sequences too.
 */
final class ActivationTwins {
  static final List<LayerTwin<?>> ALL =
      List.of(
          same(Identity.class, ActivationIdentity::new),
          same(Relu.class, ActivationReLU::new),
          same(Relu6.class, ActivationReLU6::new),
          new LayerTwin<>(LeakyRelu.class, ActivationTwins::leakyRelu),
          new LayerTwin<>(Elu.class, ActivationTwins::elu),
          same(Selu.class, ActivationSELU::new),
          another(
              Gelu.class,
              "DL4J's gelu is the approximation x sigmoid(1.702 x), not x times the normal"
                  + " distribution function"),
          another(
              GeluTanh.class,
              "DL4J's gelu by tanh (precise) cubes 0.044715 x where the paper has 0.044715 x^3, and"
                  + " its backward pass is not the derivative of its forward pass"),
          same(Sigmoid.class, ActivationSigmoid::new),
          same(Tanh.class, ActivationTanH::new),
          same(Softplus.class, ActivationSoftPlus::new),
          same(Softsign.class, ActivationSoftSign::new),
          same(Swish.class, ActivationSwish::new),
          same(Mish.class, ActivationMish::new),
          another(
              HardSigmoid.class,
              "DL4J's hardsigmoid has its slope 0.2 in float32, so 0.2000000030, where all else is"
                  + " float64"),
          same(HardTanh.class, ActivationHardTanH::new),
          same(Cube.class, ActivationCube::new),
          same(Softmax.class, ActivationSoftmax::new));

  private ActivationTwins() {}

  private static void elu(Elu elu, Place place) throws NoTwinException {
    if (elu.alpha() != 1) {
      throw new NoTwinException(
          "DL4J's elu takes alpha forward but not backward, where it is always 1: only elu(1) has a"
              + " derivative that is its own");
    }
    place.activation(new ActivationELU(elu.alpha()));
  }

  private static void leakyRelu(LeakyRelu relu, Place place) throws NoTwinException {
    if ((float) relu.slope() != relu.slope()) {
      throw new NoTwinException(
          ("DL4J's leakyrelu rounds its slope to float32 in the backward pass, so %s to %.10f, where"
                  + " all else is float64; a slope that float32 holds, as leakyrelu(0.25), has a twin")
              .formatted(relu.slope(), (double) (float) relu.slope()));
    }
    place.activation(new ActivationLReLU(relu.slope()));
  }

  private static <L extends Layer> LayerTwin<L> same(
      Class<L> layer, Supplier<IActivation> activation) {
    return new LayerTwin<>(layer, (any, place) -> place.activation(activation.get()));
  }

  private static <L extends Layer> LayerTwin<L> another(Class<L> layer, String difference) {
    return new LayerTwin<>(
        layer,
        (activated, place) -> {
          throw new NoTwinException(difference);
        });
  }
}
