package org.twinprop.trainer.diagnosis;

import java.util.List;
import java.util.Map;
import org.twinprop.layers.Shape;

/**
 * What was found about one gradient of the student's.
 *
 * @param name {@code dW1}, {@code db1}, {@code dx}
 * @param shape of the whole array; the batch included for {@code dx}
 * @param maxRelativeErrors |student - witness| / max(|student|, |witness|, floor) by witness, where
 *     floor is a thousandth of the tensor's largest entry; no entry for a witness that is absent
 * @param worst the entry furthest from the hand-written gradient
 * @param verdict what it comes to
 * @param explanations the mistakes that account for this tensor; empty where it is not wrong, or no
 *     known mistake explains it
 */
public record TensorFinding(
    String name,
    Shape shape,
    Map<Witness, Double> maxRelativeErrors,
    Worst worst,
    TensorVerdict verdict,
    List<Explanation> explanations) {
  public TensorFinding {
    maxRelativeErrors = Map.copyOf(maxRelativeErrors);
    explanations = List.copyOf(explanations);
  }

  /**
   * One entry.
   *
   * @param index from 0, a number for each dimension
   * @param student the student's value
   * @param truth ours
   */
  public record Worst(List<Long> index, double student, double truth) {}

  public boolean ok() {
    return verdict.ok();
  }
}
