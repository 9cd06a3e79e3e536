package org.twinprop.experiments.verify.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.twinprop.layers.Objective;
import org.twinprop.layers.loss.Huber;

/** A loss in NumPy: targets that it takes, and its lines. */
final class NumpyLoss {
  private NumpyLoss() {}

  /**
   * An expression that draws targets.
   *
   * @param shape of the output, the examples first, as a tuple
   * @param places the same without the last size
   * @param outputs the last size
   */
  static String targets(Objective objective, String shape, String places, long outputs) {
    return switch (objective.loss().targets()) {
      case CLASSES ->
          "np.eye(%d)[rng.integers(0, %d, size=%s)]  # one-hot".formatted(outputs, outputs, places);
      case SHARES -> "rng.integers(0, 2, size=%s).astype(float)".formatted(shape);
      case SIGNS -> "2.0 * rng.integers(0, 2, size=%s) - 1  # -1 or 1".formatted(shape);
      case NUMBERS -> "rng.normal(size=%s)".formatted(shape);
    };
  }

  /** Lines that compute {@code loss} from {@code z} and {@code y}. */
  static List<String> lines(Objective objective, List<String> weights) {
    List<String> lines = new ArrayList<>(ofData(objective));
    if (objective.l1() != 0) {
      lines.add("loss += %s * (%s)".formatted(objective.l1(), sum(weights, "np.abs(%s).sum()")));
    }
    if (objective.l2() != 0) {
      lines.add("loss += %s / 2 * (%s)".formatted(objective.l2(), sum(weights, "(%s ** 2).sum()")));
    }
    return lines;
  }

  private static String sum(List<String> weights, String each) {
    return weights.stream().map(each::formatted).collect(Collectors.joining(" + "));
  }

  private static List<String> ofData(Objective objective) {
    return switch (objective.loss().name()) {
      case "softmax-xent" ->
          List.of("p = softmax(z)", "loss = -(y * np.log(p)).sum(axis=-1).mean()");
      case "sigmoid-xent" ->
          List.of(
              "p = sigmoid(z)",
              "loss = -(y * np.log(p) + (1 - y) * np.log(1 - p)).sum(axis=-1).mean()");
      case "mse" -> List.of("loss = ((z - y) ** 2).mean()");
      case "mae" -> List.of("loss = np.abs(z - y).mean()");
      case "hinge" -> List.of("loss = np.maximum(0, 1 - y * z).sum(axis=-1).mean()");
      case "squared-hinge" -> List.of("loss = (np.maximum(0, 1 - y * z) ** 2).sum(axis=-1).mean()");
      case "huber" -> huber(((Huber) objective.loss()).delta());
      default ->
          throw new IllegalArgumentException(
              "there is no NumPy template for " + objective.loss().name());
    };
  }

  private static List<String> huber(double delta) {
    return List.of(
        "c = np.clip(z - y, -%s, %s)".formatted(delta, delta),
        "loss = (c * (z - y - c / 2)).mean()");
  }
}
