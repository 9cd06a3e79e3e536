package org.twinprop.trainer.diagnosis;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Network;

/** Fixed dropout masks of one network for another of the same architecture. */
final class Masks {
  private Masks() {}

  static void copy(Network from, Network to) {
    copy(from.architecture().chain(), from.cacheOfLayer(0), to.cacheOfLayer(0), to);
  }

  private static void copy(Layer layer, Cache from, Cache to, Network network) {
    INDArray mask = from.mask();
    to.mask(mask == null ? null : mask.castTo(network.type()));
    for (int i = 0; i < layer.children().size(); i++) {
      copy(layer.children().get(i), from.child(i), to.child(i), network);
    }
  }
}
