package org.twinprop.trainer.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.trainer.diagnosis.Constants.Meaning;

/**
 * The simplest story: every gradient, the price of the weights included, is the same constant times
 * the true one.
 */
final class Whole {
  private Whole() {}

  /** That story; null if it is not true. */
  static State of(Gradients truth, Map<String, TensorFits> fits, Constants constants) {
    double constant = Double.NaN;
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<String, TensorFits> entry : fits.entrySet()) {
      double[] true0 = Entries.of(truth.byName().get(entry.getKey()));
      TensorFits tensor = entry.getValue();
      if (Double.isNaN(constant)) {
        constant = tensor.constant(true0);
      }
      double[] predicted = TensorFits.sum(true0, constant, true0, 0);
      if (Double.isNaN(constant) || !tensor.matches(predicted)) {
        return null;
      }
      outcomes.put(entry.getKey(), new Outcome(predicted, List.of(), number++));
    }
    Meaning meaning = constants.meaning(constant, 1e-12);
    Made made = new Made(meaning.codes(), constant, 0, "the loss", meaning.cause(), 0);
    return new State(null, null, List.of(made), outcomes, meaning.cost());
  }
}
