package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.Objective;
import org.twinprop.layers.Parameter;

/** Which mistake explains a wrong loss. */
final class LossDiagnosis {
  /**
   * A mistake, and the loss that it gives.
   *
   * @param constant that belongs to it; NaN for none
   */
  record Suspect(Code code, double constant, String cause, double loss) {}

  private final double data;
  private final double absolute;
  private final double squares;
  private final double biases;
  private final LossMistakes loss;
  private final long examples;
  private final long outputs;

  LossDiagnosis(Network network, LossMistakes loss, long examples, long outputs) {
    Objective objective = network.architecture().objective();
    this.loss = loss;
    this.examples = examples;
    this.outputs = outputs;
    data = loss.value();
    double sizes = 0;
    double weights = 0;
    double others = 0;
    for (Map.Entry<String, INDArray> entry : network.parameters().entrySet()) {
      INDArray values = entry.getValue();
      if (network.descriptions().get(entry.getKey()).role() == Parameter.Role.WEIGHT) {
        sizes += values.norm1Number().doubleValue();
        weights += values.mul(values).sumNumber().doubleValue();
      } else {
        others += values.mul(values).sumNumber().doubleValue();
      }
    }
    absolute = objective.l1() * sizes;
    squares = objective.l2() / 2 * weights;
    biases = objective.l2() / 2 * others;
  }

  /** The first suspect that gives the student's loss. */
  Optional<Suspect> of(double student, double precision) {
    return suspects().stream()
        .filter(s -> Math.abs(s.loss() - student) <= precision * Math.abs(student))
        .findFirst();
  }

  private List<Suspect> suspects() {
    List<Suspect> suspects = new ArrayList<>();
    double price = absolute + squares;
    for (long count : new long[] {loss.rows(), examples}) {
      String cause = "the loss is the sum over the batch, %d times the mean".formatted(count);
      if (count > 1) {
        suspects.add(new Suspect(Code.LOSS_NOT_MEAN, count, cause, count * data + price));
        suspects.add(new Suspect(Code.LOSS_NOT_MEAN, count, cause, count * (data + price)));
      }
    }
    prices(suspects);
    targets(suspects);
    suspects.add(new Suspect(Code.SIGN, -1, "the loss has the opposite sign", price - data));
    for (double factor : new double[] {0.5, 2, outputs, 1.0 / outputs}) {
      suspects.add(
          new Suspect(
              Code.FACTOR,
              factor,
              "the loss is " + Constants.number(factor) + " times what it must be",
              factor * data + price));
    }
    return suspects;
  }

  private void prices(List<Suspect> suspects) {
    suspects.add(
        new Suspect(
            squares > 0 ? Code.L2_MISSING : Code.L1_MISSING,
            Double.NaN,
            "the loss lacks the price of the weights",
            data));
    suspects.add(
        new Suspect(Code.L2_MISSING, Double.NaN, "the loss lacks l2/2 sum W^2", data + absolute));
    suspects.add(
        new Suspect(Code.L1_MISSING, Double.NaN, "the loss lacks l1 sum |W|", data + squares));
    suspects.add(
        new Suspect(
            Code.L2_FACTOR,
            2,
            "the loss has l2 sum W^2 without the half",
            data + absolute + 2 * squares));
    suspects.add(
        new Suspect(
            Code.L2_FACTOR, 0.5, "the loss has l2/4 sum W^2", data + absolute + squares / 2));
    suspects.add(
        new Suspect(
            Code.L2_ON_BIAS,
            Double.NaN,
            "the loss prices biases too",
            data + absolute + squares + biases));
    for (long count : new long[] {loss.rows(), examples}) {
      suspects.add(
          new Suspect(
              Code.LOSS_NOT_MEAN,
              count,
              "the loss is the sum over the batch, %d times the mean".formatted(count),
              count * data));
    }
  }

  private void targets(List<Suspect> suspects) {
    for (INDArray wrong : loss.shiftedTargets()) {
      suspects.add(
          new Suspect(
              Code.TARGET_ENCODING,
              Double.NaN,
              "the loss is that of targets whose classes are shifted by one",
              loss.meanWith(wrong) + absolute + squares));
    }
  }
}
