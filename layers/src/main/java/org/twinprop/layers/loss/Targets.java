package org.twinprop.layers.loss;

/** What the targets of a loss are. */
public enum Targets {
  /** A distribution over classes in every row: numbers of at least 0 that sum to 1. */
  CLASSES("a row of probabilities, at least 0 and 1 in sum"),
  /** Numbers from 0 to 1, each on its own. */
  SHARES("numbers from 0 to 1"),
  /** Signs: -1 or 1. */
  SIGNS("-1 or 1"),
  /** Any finite numbers. */
  NUMBERS("finite numbers");

  private final String description;

  Targets(String description) {
    this.description = description;
  }

  @Override
  public String toString() {
    return description;
  }
}
