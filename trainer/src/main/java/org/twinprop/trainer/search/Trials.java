package org.twinprop.trainer.search;

import java.util.Map;
import java.util.Optional;

/** How a candidate is trained, and where what came of it is kept. Several threads call it. */
public interface Trials {
  /** Asked after every epoch whether a candidate goes on. */
  interface Judge {
    /**
     * @param epoch from 1
     * @param objective after it
     * @return why it is ended here; empty if it goes on
     */
    Optional<String> ending(int epoch, double objective);
  }

  /**
   * What came of this candidate when it was trained before; empty if it was not, or not to its end.
   *
   * @throws org.twinprop.data.BadInput if what is there is about other settings
   */
  Optional<CandidateResult> known(int number, Map<String, String> settings);

  /**
   * Trains a candidate and keeps what came of it. Whatever is wrong with the candidate is part of
   * the result.
   *
   * @throws java.util.concurrent.CancellationException if the whole search is to end
   */
  CandidateResult train(int number, Map<String, String> settings, Judge judge);
}
