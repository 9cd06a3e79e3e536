package org.twinprop.experiments.folds;

import java.util.List;

/**
 * What one network made of one fold: a row of {@code folds.csv}.
 *
 * @param fold from 1
 * @param network {@code handwritten} or {@code dl4j}
 * @param learnedFrom examples of all other folds
 * @param testedOn examples of this fold
 * @param groups how many groups these are of, such as writers; 0 where examples stand alone
 * @param loss the mean loss of an example of this fold
 * @param error error rate, or root mean squared error of a regression
 * @param seconds that training and testing took, of all networks together
 */
public record FoldScore(
    int fold,
    String network,
    int learnedFrom,
    int testedOn,
    long groups,
    double loss,
    double error,
    double seconds) {
  static List<String> header(boolean regression) {
    return List.of(
        "fold",
        "network",
        "learned_from",
        "tested_on",
        "groups",
        "loss",
        regression ? "rmse" : "error_rate",
        "seconds");
  }

  Object[] cells() {
    return new Object[] {fold, network, learnedFrom, testedOn, groups, loss, error, seconds};
  }
}
