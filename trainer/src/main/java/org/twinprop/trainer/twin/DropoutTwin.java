package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.twinprop.layers.regularization.Dropout;

/** Dropout, by default with the mask of the hand-written layer. */
final class DropoutTwin {
  static final LayerTwin<Dropout> TWIN = new LayerTwin<>(Dropout.class, DropoutTwin::write);

  private DropoutTwin() {}

  private static void write(Dropout dropout, Place place) {
    place.layer(new DropoutLayer(place.dropout(dropout.rate())));
  }
}
