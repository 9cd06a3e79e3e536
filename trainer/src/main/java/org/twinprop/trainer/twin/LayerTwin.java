package org.twinprop.trainer.twin;

import org.twinprop.layers.Layer;

/**
 * How DL4J writes the layers of one class.
 *
 * @param layer the class
 * @param writer writes one such layer
 */
record LayerTwin<L extends Layer>(Class<L> layer, Writer<L> writer) {
  /** Writes a layer into DL4J's graph. */
  interface Writer<L> {
    /**
     * @param layer to be written
     * @param place where it goes
     * @throws NoTwinException if DL4J cannot express it, or computes another function; the message
     *     says which
     */
    void write(L layer, Place place) throws NoTwinException;
  }

  void write(Layer any, Place place) throws NoTwinException {
    writer.write(layer.cast(any), place);
  }
}
