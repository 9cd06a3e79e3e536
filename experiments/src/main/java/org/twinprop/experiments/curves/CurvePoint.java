package org.twinprop.experiments.curves;

import java.util.List;

/**
 * One training: a row of {@code curves.csv}.
 *
 * @param curve {@code examples} or {@code model}: what varies
 * @param examples learned from
 * @param model what the network is called, such as {@code 0.5x}
 * @param parameters of it
 * @param seed of its weights, its batches and, where their number varies, its choice of examples
 * @param trainingError error on the examples it learned from, by the network as it is in use
 * @param validationError error on those it did not
 * @param epochs that it took
 * @param seconds that it took
 */
public record CurvePoint(
    String curve,
    int examples,
    String model,
    long parameters,
    long seed,
    double trainingError,
    double validationError,
    int epochs,
    double seconds) {
  /** Where the number of examples varies. */
  static final String EXAMPLES = "examples";

  /** Where the network varies. */
  static final String MODEL = "model";

  static List<String> header(boolean regression) {
    String error = regression ? "rmse" : "error_rate";
    return List.of(
        "curve",
        "examples",
        "model",
        "parameters",
        "seed",
        "training_" + error,
        "validation_" + error,
        "epochs",
        "seconds");
  }

  Object[] cells() {
    return new Object[] {
      curve, examples, model, parameters, seed, trainingError, validationError, epochs, seconds
    };
  }

  double gap() {
    return validationError - trainingError;
  }
}
