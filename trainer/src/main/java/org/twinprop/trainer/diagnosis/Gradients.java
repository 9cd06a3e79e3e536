package org.twinprop.trainer.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;

/**
 * What one forward and backward pass of the hand-written network gives.
 *
 * @param loss the price of the weights included
 * @param byName copies of the gradients by parameter name, and by {@code x} unless that is word
 *     numbers; float64
 */
record Gradients(double loss, Map<String, INDArray> byName) {
  /** Computes them; the network's running statistics are the same afterwards. */
  static Gradients of(Network network, INDArray x, INDArray y) {
    Map<String, INDArray> states = copies(network.states());
    boolean wanted = network.wantsInputGradient();
    network.wantInputGradient(true);
    try {
      double loss = network.loss(x, y);
      network.backward();
      Map<String, INDArray> all = copies(network.gradients());
      if (network.inputGradient() != null) {
        all.put(Submission.INPUT, Entries.copy(network.inputGradient()));
      }
      return new Gradients(loss, all);
    } finally {
      network.wantInputGradient(wanted);
      states.forEach((name, state) -> network.states().get(name).assign(state));
    }
  }

  /** The largest magnitude of all. */
  double largest() {
    return byName.values().stream().mapToDouble(Entries::largest).max().orElse(0);
  }

  private static Map<String, INDArray> copies(Map<String, INDArray> arrays) {
    Map<String, INDArray> copies = new LinkedHashMap<>();
    arrays.forEach((name, array) -> copies.put(name, Entries.copy(array)));
    return copies;
  }
}
