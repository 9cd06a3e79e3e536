package org.twinprop.trainer.search;

/** How candidates are drawn from a space. */
public enum GeneratorKind {
  /** Each by itself. */
  RANDOM,
  /** The points of a grid; where there are more of them than candidates, some by lot. */
  GRID,
  /** The first by lot, the others bred from the best so far. */
  GENETIC
}
