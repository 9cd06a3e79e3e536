package org.twinprop.experiments.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.twinprop.trainer.evaluation.group.Audit;

/** The words of an audit's page, explained. */
final class AuditWords {
  private AuditWords() {}

  static Map<String, String> of(Audit audit) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(
        "95% interval, “likely between”",
        "Where the true value may well lie, judged by this many examples. Of all intervals made this way, about 95 in 100 contain it. For shares it is Wilson’s interval, and Newcombe’s for the difference of two; for ratios and averages it comes from drawing the examples of each group anew, with replacement, 2,000 times (a bootstrap), and there is none where no draw could differ.");
    if (audit.regression()) {
      regression(words);
    } else {
      classification(words);
    }
    words.put(
        "Reference group",
        "The group that others are held against: the largest, unless another was named. It is no judgement about who is normal.");
    words.put(
        "p, difference found",
        "How often chance alone would make groups differ at least this much, if they were treated alike. Below 0.05 a difference counts as found. Two questions are asked: whether groups differ in errors, and whether they differ in kinds of errors (%s). The tests of each question are corrected for each other by Holm’s method, so that for each the chance of finding anything where nothing is stays at 5%%; that either finds something has a chance of up to 10%%."
            .formatted(audit.regression() ? "bias" : "fnr, fpr"));
    words.put(
        "Detectable with 80% power",
        "The smallest difference between the two groups farthest apart that so many examples would have shown four times in five. A smaller one may be there and not be seen.");
    words.put(
        "None",
        "A share of nobody, such as the share missed where nobody could be missed. It is not 0.");
    return words;
  }

  private static void classification(Map<String, String> words) {
    words.put("Error rate", "The share of examples that were predicted wrong.");
    words.put(
        "Selection rate", "The share of examples that are predicted to be of the positive class.");
    words.put(
        "tpr, fnr",
        "Of the examples that truly are of the positive class, the shares that are recognised (tpr) and missed (fnr).");
    words.put(
        "fpr, tnr",
        "Of the examples that are not of the positive class, the shares that are wrongly said to be (fpr) and rightly not (tnr).");
    words.put(
        "Precision", "Of the examples predicted to be of the positive class, the share that is.");
    words.put(
        "Demographic parity, disparate impact",
        "Are groups selected equally often? The difference and the ratio of selection rates; disparate impact is the ratio to the reference group. The four-fifths rule of US employment guidelines takes a ratio below 0.8 to the group selected most often as a sign of adverse impact.");
    words.put(
        "Equalized odds, equal opportunity, predictive parity",
        "Are true and false positive rates equal (the larger of both differences)? Is the true positive rate? Is precision? Where base rates differ, all of these cannot hold at once.");
    words.put(
        "Calibration",
        "Whether scores mean what they say: of the examples with a score of 80%, about 80% should come true. The Brier score is the mean squared distance of scores from what came true; 0 is best.");
  }

  private static void regression(Map<String, String> words) {
    words.put("mae", "Mean absolute error: how far predictions lie from the truth, on average.");
    words.put("rmse", "The same with large errors weighing more.");
    words.put(
        "Residual",
        "Prediction minus truth, of one example: above 0 the prediction is too high, below 0 too low.");
    words.put("bias", "How much too high predictions are on average; below 0, too low.");
    words.put(
        "r2",
        "The share of the differences among true values that predictions explain; 1 is best.");
  }
}
