package org.twinprop.trainer.twin;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.LayerKind;
import org.twinprop.layers.text.NetworkText;

/**
 * A small network that a layer or a loss of the catalogue is tried in.
 *
 * @param text of the network
 * @param input shape of one example
 * @param batch how many examples it is tried with
 */
record CatalogueNetwork(String text, Shape input, int batch) {

  /** One for each example of a layer, which goes on to three classes. */
  static List<CatalogueNetwork> with(LayerKind kind) {
    return kind.examples().stream().map(example -> with(kind, example)).toList();
  }

  private static CatalogueNetwork with(LayerKind kind, LayerKind.Example example) {
    int rank = NetworkText.parseLayers(example.text()).output(example.input()).rank();
    String end = (rank == 1 ? "" : " flatten") + " dense(3) | softmax-xent";
    return new CatalogueNetwork(example.text() + end, example.input(), kind.smallestBatch() + 1);
  }

  /** One that ends with a loss. */
  static CatalogueNetwork of(String loss) {
    return new CatalogueNetwork("dense(7) tanh dense(4) | " + loss, Shape.of(5), 3);
  }

  /** One that ends with a loss at each step of a sequence. */
  static CatalogueNetwork ofSequences(String loss) {
    return new CatalogueNetwork("dense(3) | " + loss, Shape.of(4, 2), 3);
  }

  /** With random parameters, in float64. */
  Network make(long seed) {
    return Numbers.network(text, input, DataType.DOUBLE, seed);
  }
}
