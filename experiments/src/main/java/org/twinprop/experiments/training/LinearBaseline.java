package org.twinprop.experiments.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinprop.data.Examples;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.console.VerificationLines;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.trainer.regression.LinearRegression;

/** The straight line that a network for numbers in a table has to beat. */
final class LinearBaseline {
  private static final int MOST_FEATURES = 2_000;

  private LinearBaseline() {}

  /**
   * Learns it first, checks it and tells of it; empty where there is none: for classes, for inputs
   * that are no row of features, where features are as many as examples, or if an end was asked
   * for.
   */
  static Optional<LinearRegression> of(
      TaskData data,
      ExperimentSettings settings,
      RunFolder folder,
      Console console,
      Interruption interruption) {
    Examples train = data.train();
    if (!data.regression()
        || train.inputShape().length != 1
        || train.inputShape()[0] > MOST_FEATURES
        || train.inputShape()[0] + 1 >= train.size()) {
      return Optional.empty();
    }
    LinearRegression line =
        LinearRegression.of(train, settings.twin(), settings.seed(), interruption::requested);
    if (interruption.requested()) {
      line.close();
      return Optional.empty();
    }
    folder.linear(line.coefficients());
    folder.verification(line.verification());
    tell(line, console);
    return Optional.of(line);
  }

  private static void tell(LinearRegression line, Console console) {
    console.heading("First a straight line: dense(1) | mse, by gradient descent");
    new VerificationLines(console)
        .print(line.verification(), "after %s".formatted(Formats.count(line.steps(), "step")));
    console.print(
        String.format(
            Locale.ROOT,
            "%s of all examples at once, nesterov(mu=%.4f), learning rate %.4f, float64",
            Formats.count(line.steps(), "step"),
            line.momentum(),
            line.learningRate()));
    List<String> dropped = line.dropped();
    if (!dropped.isEmpty()) {
      console.print(
          "%s left out, being %s of others: %s%s"
              .formatted(
                  Formats.count(dropped.size(), "feature"),
                  dropped.size() == 1 ? "a sum" : "sums",
                  String.join(", ", dropped.subList(0, Math.min(3, dropped.size()))),
                  dropped.size() > 3 ? ", ..." : ""));
    }
    String verdict =
        "%d coefficients, relatively at most %s from least squares in closed form%s (linear.csv)"
            .formatted(
                line.coefficients().size(),
                Formats.error(line.largestDifference()),
                line.equal() ? "" : ", more than %.0e".formatted(LinearRegression.TOLERANCE));
    console.print(line.equal() ? console.good(verdict) : console.bad(verdict));
    if (!line.equal() && line.tooFlat()) {
      console.note(
          "Some features are so nearly sums of others that a descent of %s steps does not arrive: this is no fault of it. To compare, leave one of them out (--exclude)."
              .formatted(Formats.count(line.steps())));
    }
    console.gap();
  }
}
