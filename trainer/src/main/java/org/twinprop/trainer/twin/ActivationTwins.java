package org.twinprop.trainer.twin;

import java.util.function.Function;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.twinprop.layers.Layer;
import org.twinprop.layers.activation.Relu;
import org.twinprop.layers.activation.Sigmoid;
import org.twinprop.layers.activation.Softmax;
import org.twinprop.layers.activation.Tanh;

/**
 * The activations that are the same function in DL4J. Its derivative of relu at 0 is 0, as ours.
 */
final class ActivationTwins {
  static final LayerTwin<Relu> RELU = twin(Relu.class, relu -> new ActivationReLU());
  static final LayerTwin<Sigmoid> SIGMOID = twin(Sigmoid.class, sigmoid -> new ActivationSigmoid());
  static final LayerTwin<Tanh> TANH = twin(Tanh.class, tanh -> new ActivationTanH());

  /** Over the last dimension in both, so over the features of sequences too. */
  static final LayerTwin<Softmax> SOFTMAX = twin(Softmax.class, softmax -> new ActivationSoftmax());

  private ActivationTwins() {}

  private static <L extends Layer> LayerTwin<L> twin(
      Class<L> layer, Function<L, IActivation> activation) {
    return new LayerTwin<>(
        layer, (activated, place) -> place.activation(activation.apply(activated)));
  }
}
