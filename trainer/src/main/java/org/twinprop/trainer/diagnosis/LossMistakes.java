package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.Cache;
import org.twinprop.layers.loss.Hinge;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.loss.MeanAbsoluteError;
import org.twinprop.layers.loss.SigmoidCrossEntropy;
import org.twinprop.layers.loss.SoftmaxCrossEntropy;
import org.twinprop.layers.loss.SquaredHinge;
import org.twinprop.layers.loss.Targets;
import org.twinprop.layers.primitives.Layout;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;

/**
 * The derivative of the loss by the network's output z, right and wrong. Rows weigh 1/R each, for R
 * rows: dz = 1/R dloss_r/dz_r.
 */
final class LossMistakes {
  private final Loss loss;
  private final INDArray z;
  private final INDArray y;
  private final long[] shape;
  private final Cache cache;
  private final INDArray bend;

  /**
   * @param z the output, [N, D] or [N, T, D]
   * @param targets shaped as z
   * @param cache for the loss to compute in
   */
  LossMistakes(Loss loss, INDArray z, INDArray targets, Cache cache) {
    this(loss, z, targets, cache, null);
  }

  private LossMistakes(Loss loss, INDArray z, INDArray targets, Cache cache, INDArray bend) {
    this.loss = loss;
    this.bend = bend;
    this.z = Layout.rows(z);
    this.y = Layout.rows(targets);
    this.shape = z.shape();
    this.cache = cache;
  }

  /** The number of rows R. */
  long rows() {
    return z.size(0);
  }

  /** The right gradient by z, shaped as z. */
  INDArray gradient() {
    INDArray gradient = mean(derivative(loss, y));
    return bend == null ? gradient : gradient.addi(bend);
  }

  /** The same for another output, shaped as z. */
  INDArray gradientAt(INDArray output) {
    return new LossMistakes(loss, output, y, cache).gradient();
  }

  /** The same loss with another choice at its kinks, which adds this to the gradient by z. */
  LossMistakes bent(INDArray extra) {
    return new LossMistakes(loss, z.reshape('c', shape), y, cache, extra);
  }

  /** The mean loss with other targets, shaped as the rows of z. */
  double meanWith(INDArray targets) {
    return loss.forward(z.dup('c'), targets.dup('c'), cache).meanNumber().doubleValue();
  }

  /** The mean loss. */
  double value() {
    return meanWith(y);
  }

  /** Targets as a student may have shifted them, a row for every row of z. */
  List<INDArray> shiftedTargets() {
    if (z.size(1) < 2) {
      return List.of();
    }
    INDArray up = rolled(y, 1);
    INDArray down = rolled(y, -1);
    return List.of(up, down, cut(up, 0), cut(down, z.size(1) - 1));
  }

  /** Each wrong gradient by z; a mistake here takes no dy. */
  List<Mistake> mistakes() {
    List<Mistake> mistakes = new ArrayList<>();
    if (loss instanceof SoftmaxCrossEntropy) {
      softmax(mistakes);
    }
    if (loss instanceof SigmoidCrossEntropy) {
      sigmoid(mistakes);
    }
    if (loss instanceof Hinge) {
      add(
          mistakes,
          Code.ACTIVATION_DERIVATIVE_MISSING,
          "the gradient of the hinge flows where the margin is already kept",
          y.neg());
      kink(mistakes, "y z is exactly 1", y.neg().muli(z.mul(y).eq(1).castTo(z.dataType())));
    }
    if (loss instanceof MeanAbsoluteError) {
      INDArray equal = z.eq(y).castTo(z.dataType()).divi(z.size(1));
      kink(mistakes, "z equals y", equal);
      kink(mistakes, "z equals y", equal.neg());
    }
    targets(mistakes);
    otherLosses(mistakes);
    return mistakes;
  }

  private void softmax(List<Mistake> mistakes) {
    INDArray p = loss.prediction(z.dup('c'), cache).dup('c');
    INDArray delta = p.sub(y);
    add(
        mistakes,
        Code.OUTPUT_DERIVATIVE_EXTRA,
        "the softmax derivative p(1-p) was applied on top of p - y, which has it in it",
        p.rsub(1).muli(p).muli(delta));
    add(
        mistakes,
        Code.OUTPUT_DERIVATIVE_EXTRA,
        "the softmax Jacobian was applied on top of p - y, which has it in it",
        SoftmaxMistakes.jacobian(p, delta));
    add(
        mistakes,
        Code.SOFTMAX_DIAGONAL_ONLY,
        "only the diagonal p(1-p) of softmax's Jacobian was used: the gradient is -y(1-p)",
        p.rsub(1).muli(y).negi());
    add(
        mistakes,
        Code.ACTIVATION_DERIVATIVE_MISSING,
        "softmax's derivative is missing: the gradient is -y/p, that by the probabilities",
        y.div(p).negi());
    add(
        mistakes,
        Code.OUTPUT_ACTIVATION_MISSING,
        "the gradient is z - y, of the logits themselves and not of their softmax",
        z.sub(y));
    add(
        mistakes,
        Code.ANOTHER_LOSS,
        "the gradient is that of the squared error of the probabilities",
        SoftmaxMistakes.jacobian(p, delta).muli(2.0 / z.size(1)));
    add(
        mistakes,
        Code.ANOTHER_LOSS,
        "each class got the gradient of a sigmoid of its own",
        Transforms.sigmoid(z, true).subi(y));
  }

  private void sigmoid(List<Mistake> mistakes) {
    INDArray p = Transforms.sigmoid(z, true);
    INDArray delta = p.sub(y);
    INDArray slope = p.rsub(1).muli(p);
    add(
        mistakes,
        Code.OUTPUT_DERIVATIVE_EXTRA,
        "the sigmoid's derivative p(1-p) was applied on top of p - y, which has it in it",
        slope.mul(delta));
    add(
        mistakes,
        Code.ACTIVATION_DERIVATIVE_MISSING,
        "the sigmoid's derivative is missing: the gradient is (p-y)/(p(1-p))",
        delta.div(slope));
    add(
        mistakes,
        Code.OUTPUT_ACTIVATION_MISSING,
        "the gradient is z - y, of the logits themselves and not of their sigmoid",
        z.sub(y));
    if (z.size(1) > 1) {
      add(
          mistakes,
          Code.ANOTHER_LOSS,
          "the outputs together got the gradient of a softmax",
          Transforms.softmax(z, true).subi(y));
    }
    add(
        mistakes,
        Code.TARGET_ENCODING,
        "targets 0 and 1 were read as -1 and 1",
        p.sub(y.mul(2).subi(1)));
  }

  private void targets(List<Mistake> mistakes) {
    if (loss instanceof Hinge || loss instanceof SquaredHinge) {
      add(
          mistakes,
          Code.TARGET_ENCODING,
          "targets -1 and 1 were read as 0 and 1",
          derivative(loss, y.add(1).divi(2)));
    }
    if (z.size(1) < 2) {
      return;
    }
    INDArray up = rolled(y, 1);
    INDArray down = rolled(y, -1);
    encoding(mistakes, "the classes of the targets are shifted by one (too large)", up);
    encoding(mistakes, "the classes of the targets are shifted by one (too small)", down);
    if (loss.targets() == Targets.CLASSES) {
      encoding(mistakes, "the classes of the targets are shifted by one (too large)", cut(up, 0));
      encoding(
          mistakes,
          "the classes of the targets are shifted by one (too small)",
          cut(down, z.size(1) - 1));
      encoding(mistakes, "the class number was subtracted from every class's output", numbers(0));
      encoding(mistakes, "the class number was subtracted from every class's output", numbers(1));
    }
  }

  private void encoding(List<Mistake> mistakes, String cause, INDArray targets) {
    add(mistakes, Code.TARGET_ENCODING, cause, derivative(loss, targets));
  }

  private void otherLosses(List<Mistake> mistakes) {
    for (String name : Catalogue.losses().keySet()) {
      Loss other = NetworkText.parse("identity | " + name).objective().loss();
      boolean logits = other instanceof SoftmaxCrossEntropy || other instanceof SigmoidCrossEntropy;
      boolean hinges = other.targets() == Targets.SIGNS && loss.targets() != Targets.SIGNS;
      if (!other.name().equals(loss.name()) && !logits && !hinges) {
        add(mistakes, Code.ANOTHER_LOSS, "the gradient is that of " + name, derivative(other, y));
      }
    }
  }

  /** dloss_r/dz_r of every row. */
  private INDArray derivative(Loss of, INDArray targets) {
    INDArray own = z.dup('c');
    INDArray rows = targets.dup('c');
    of.forward(own, rows, cache);
    return of.backward(own, rows, cache).dup('c');
  }

  private void add(List<Mistake> mistakes, Code code, String cause, INDArray rows) {
    INDArray dz = mean(rows);
    mistakes.add(Mistake.input(code, cause, dy -> dz));
  }

  private void kink(List<Mistake> mistakes, String where, INDArray extra) {
    if (Entries.largest(extra) > 0) {
      INDArray dz = gradient().addi(mean(extra));
      mistakes.add(
          Mistake.kink(
              "the loss has a kink where " + where + ", and another side of it was taken",
              dy -> dz));
    }
  }

  private INDArray mean(INDArray rows) {
    return rows.div(rows()).dup('c').reshape('c', shape);
  }

  /** Every row's entries moved by one column, round the end. */
  private static INDArray rolled(INDArray rows, int by) {
    int columns = (int) rows.size(1);
    double[] entries = Entries.of(rows);
    double[] moved = new double[entries.length];
    for (int i = 0; i < entries.length; i++) {
      int column = Math.floorMod(i % columns + by, columns);
      moved[i - i % columns + column] = entries[i];
    }
    return Nd4j.create(moved, rows.shape(), rows.dataType());
  }

  /** The same with one column set to 0. */
  private static INDArray cut(INDArray rows, long column) {
    INDArray copy = rows.dup('c');
    copy.getColumn(column).assign(0);
    return copy;
  }

  /** Every row's class number, in every column. */
  private INDArray numbers(int first) {
    INDArray classes = Nd4j.create(Entries.of(y.argMax(1)), new long[] {y.size(0)}, z.dataType());
    return Nd4j.zerosLike(y).addiColumnVector(classes.addi(first));
  }
}
