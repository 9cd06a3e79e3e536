package org.twinprop.data;

import java.util.stream.IntStream;

/**
 * Examples in three parts, with all that was fitted to examples fitted to the first alone.
 *
 * @param train to learn from
 * @param validation to choose by
 * @param test for the last word
 */
public record Parts(Examples train, Examples validation, Examples test) {
  /**
   * @param split its kept part is learned from, the other one chosen by
   * @param test a third part of the same examples; or other ones, to which nothing is fitted
   */
  public static Parts fitted(Split split, Examples test) {
    int trained = split.kept().size();
    int known = trained + split.heldOut().size();
    Examples learnable = split.whole();
    if (!SelectedExamples.ofTheSame(learnable, test)) {
      Examples fitted = learnable.fittedTo(range(0, trained));
      return new Parts(
          fitted.select(range(0, trained)), fitted.select(range(trained, known)), test);
    }
    Examples fitted = SelectedExamples.together(learnable, test).fittedTo(range(0, trained));
    return new Parts(
        fitted.select(range(0, trained)),
        fitted.select(range(trained, known)),
        fitted.select(range(known, fitted.size())));
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }
}
