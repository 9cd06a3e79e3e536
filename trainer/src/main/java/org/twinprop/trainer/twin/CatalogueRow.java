package org.twinprop.trainer.twin;

import java.util.Optional;

/**
 * What was found about one layer, loss or updater of the catalogue.
 *
 * @param part of the catalogue that it stands in
 * @param name as a text writes it
 * @param numeric the largest relative error of a gradient against central differences; empty for
 *     updaters, which have no gradient
 * @param dl4j the largest difference from DL4J where the two compute the same; empty if nowhere
 * @param whyNot where they do not, and why; empty if nowhere
 */
public record CatalogueRow(
    Part part, String name, Optional<Double> numeric, Optional<Double> dl4j, String whyNot) {
  /** The parts of the catalogue that are compared. */
  public enum Part {
    LAYER,
    LOSS,
    UPDATER
  }

  private static final double NUMERIC_TOLERANCE = 1e-7;
  private static final double DL4J_TOLERANCE = 1e-10;
  private static final double DL4J_TOLERANCE_AFTER_UPDATES = 1e-8;

  /** Whether every witness agrees, and there is one, or a reason why not. */
  public boolean ok() {
    double tolerance = part == Part.UPDATER ? DL4J_TOLERANCE_AFTER_UPDATES : DL4J_TOLERANCE;
    return numeric.orElse(0.0) < NUMERIC_TOLERANCE
        && dl4j.orElse(0.0) < tolerance
        && (dl4j.isPresent() || !whyNot.isBlank());
  }
}
