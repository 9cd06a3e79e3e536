package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.shaping.Residual;

/**
 * The forward pass of a network, layer by layer, so that the way back can be gone in many ways. A
 * residual connection is three places on it: where its ways part, the layers inside, and where they
 * meet.
 *
 * @param places in the order of the forward pass
 * @param output of the last layer
 */
record Tape(List<Place> places, INDArray output) {
  /** A place on the tape. */
  sealed interface Place {}

  /** A layer. */
  record At(Step step) implements Place {}

  /** The two ways of a residual connection part here: going back, their gradients are added. */
  record Part(String where, int number) implements Place {}

  /** The two ways meet here: going back, both get the gradient. */
  record Meet() implements Place {}

  /** Runs the network on a batch, in training. */
  static Tape of(Network network, INDArray x) {
    network.forward(x, true); // it sets what all caches share
    Recorder recorder = new Recorder();
    INDArray output =
        recorder.chain(network.architecture().chain(), network.cacheOfLayer(0), Entries.copy(x));
    return new Tape(recorder.places, output);
  }

  /** The layers. */
  List<Step> steps() {
    return places.stream().filter(At.class::isInstance).map(p -> ((At) p).step()).toList();
  }

  private static final class Recorder {
    private final List<Place> places = new ArrayList<>();
    private int withParameters;

    INDArray chain(Chain chain, Cache cache, INDArray x) {
      INDArray h = x;
      for (int i = 0; i < chain.layers().size(); i++) {
        h = layer(chain.layers().get(i), cache.child(i), chain.texts().get(i), h);
      }
      return h;
    }

    private INDArray layer(Layer layer, Cache cache, String text, INDArray x) {
      String where = "layer " + cache.number() + ", " + text;
      if (layer instanceof Residual residual) {
        places.add(new Part(where, cache.number()));
        INDArray inside = chain(residual.body(), cache.child(0), x);
        places.add(new Meet());
        return x.add(inside);
      }
      boolean parameters = !layer.parameters(Shape.ofExamplesIn(x)).isEmpty();
      withParameters += parameters ? 1 : 0;
      INDArray y = Entries.copy(layer.forward(x, cache));
      String suffix = parameters ? Integer.toString(withParameters) : "";
      places.add(new At(new Step(layer, cache, where, suffix, x, y, null)));
      return y;
    }
  }
}
