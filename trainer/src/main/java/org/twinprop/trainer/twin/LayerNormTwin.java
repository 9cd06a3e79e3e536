package org.twinprop.trainer.twin;

import org.twinprop.layers.normalization.LayerNorm;

/** Layer normalisation, which DL4J only has inside other layers. */
final class LayerNormTwin {
  static final LayerTwin<LayerNorm> NONE =
      new LayerTwin<>(
          LayerNorm.class,
          (norm, place) -> {
            throw new NoTwinException(
                "DL4J has no layer for layer normalisation: it only normalises inside its dense and"
                    + " simple recurrent layers (hasLayerNorm), between their product with the"
                    + " weights and their bias, and without an eps of one's own");
          });

  private LayerNormTwin() {}
}
