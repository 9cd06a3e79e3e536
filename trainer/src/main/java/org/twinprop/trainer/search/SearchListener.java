package org.twinprop.trainer.search;

/** Whoever watches a search. Several threads tell it. */
public interface SearchListener {
  /** A candidate had been trained before. */
  default void known(CandidateResult result) {}

  /** A candidate was trained. */
  default void trained(CandidateResult result) {}
}
