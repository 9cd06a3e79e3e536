package org.twinprop.experiments.training;

import java.util.List;
import java.util.Optional;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Layer;
import org.twinprop.layers.activation.Sigmoid;
import org.twinprop.layers.activation.Softmax;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.loss.SigmoidCrossEntropy;
import org.twinprop.layers.loss.SoftmaxCrossEntropy;

/** A network that can be trained, but hardly as its author meant it. */
final class Redundancy {
  private Redundancy() {}

  /** What is applied twice, and how to mend it; empty if nothing is. */
  static Optional<String> of(Architecture architecture) {
    List<Layer> layers = architecture.chain().layers();
    Layer last = layers.get(layers.size() - 1);
    Loss loss = architecture.objective().loss();
    boolean twice =
        (last instanceof Softmax && loss instanceof SoftmaxCrossEntropy)
            || (last instanceof Sigmoid && loss instanceof SigmoidCrossEntropy);
    String name = architecture.chain().texts().get(layers.size() - 1);
    return twice
        ? Optional.of(
            "%s is applied twice, by the last layer and by the loss %s, so that the network learns slowly: leave out the last layer"
                .formatted(name, loss.name()))
        : Optional.empty();
  }
}
