package org.twinprop.trainer.twin;

import org.twinprop.layers.shaping.Residual;

/** Residual connections: in DL4J two branches of its graph, and a vertex that adds them. */
final class ResidualTwin {
  static final LayerTwin<Residual> TWIN =
      new LayerTwin<>(Residual.class, (residual, place) -> place.plusInput(residual.body()));

  private ResidualTwin() {}
}
