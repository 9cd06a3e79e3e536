package org.twinprop.trainer.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One mistake that explains what the student has.
 *
 * @param code of the mistake, stable
 * @param fit 1 - |student - recomputed| / |student| over the tensors it explains, in the Euclidean
 *     norm: 1 is a perfect explanation
 * @param explains the tensors whose difference it accounts for, those it only reaches by way of a
 *     layer above included, as {@code dW1}, {@code dx}, {@code loss}
 * @param layer the number of the layer in which the mistake was made, layers counted from 1; 0 for
 *     the loss
 * @param where that layer or the loss in words: {@code layer 2, tanh}
 * @param constant the factor, the l2 used, the learning rate: whatever number belongs to the
 *     mistake
 * @param entries the indices of single wrong entries, for the code that names them; at most ten
 * @param cause what was done, in one sentence
 * @param fix what to do, in one sentence
 * @param runnerUp the explanation that came second, if there is one
 */
public record Explanation(
    String code,
    double fit,
    List<String> explains,
    int layer,
    String where,
    OptionalDouble constant,
    List<List<Long>> entries,
    String cause,
    String fix,
    Optional<RunnerUp> runnerUp) {
  public Explanation {
    explains = List.copyOf(explains);
    entries = List.copyOf(entries);
  }

  /**
   * What came second.
   *
   * @param code of the mistake, or several joined by {@code +}
   * @param fit as above
   * @param equallyGood whether no number tells the two apart
   */
  public record RunnerUp(String code, double fit, boolean equallyGood) {}
}
