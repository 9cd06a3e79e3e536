package org.twinprop.trainer.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.Examples;
import org.twinprop.data.TargetScale;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Sgd;
import org.twinprop.trainer.Learner;
import org.twinprop.trainer.verification.NetworkVerification;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * A linear regression by the hand-written network {@code dense(1) | mse}, trained downhill on all
 * examples at once in float64 and held against the closed form of least squares (Hastie,
 * Tibshirani, Friedman, The Elements of Statistical Learning, 2nd edition, section 3.2). It is what
 * a network has to beat.
 */
public final class LinearRegression implements AutoCloseable {
  /** How far a coefficient may lie from the closed form's; see {@link Coefficient#difference}. */
  public static final double TOLERANCE = 1e-6;

  private final Network network;
  private final List<Coefficient> coefficients;
  private final List<String> dropped;
  private final int steps;
  private final double learningRate;
  private final double momentum;
  private final boolean tooFlat;
  private final VerificationReport verification;

  private LinearRegression(
      Examples train, DesignMatrix design, ClosedForm closedForm, Descent descent, boolean twin) {
    List<String> names = train.featureNames();
    learningRate = closedForm.learningRate();
    momentum = closedForm.momentum();
    steps = descent.steps();
    dropped = Arrays.stream(design.dropped()).mapToObj(names::get).toList();
    coefficients = coefficients(names, train.targetScale(), design, closedForm, descent);
    network = onInputs(train, design, descent.coefficients());
    tooFlat = closedForm.steps() > Descent.MOST_STEPS;
    verification =
        named(new NetworkVerification(network, new Sgd(), learningRate, train, twin, 1).check(0));
  }

  /**
   * Learns from examples.
   *
   * @param train a regression on inputs of one dimension
   * @param twin whether DL4J learns beside
   * @param seed of the weights it begins with
   * @param stop asked at every step whether to end before its time
   * @throws IllegalArgumentException if no feature differs between examples, or there are no more
   *     examples than features
   */
  public static LinearRegression of(Examples train, boolean twin, long seed, BooleanSupplier stop) {
    DesignMatrix design = DesignMatrix.of(train);
    if (design.kept().length == 0 || design.kept().length + 1 >= train.size()) {
      throw new IllegalArgumentException(
          "a linear regression needs features that differ, and more examples than features; there are %d such features in %,d examples"
              .formatted(design.kept().length, train.size()));
    }
    ClosedForm closedForm = ClosedForm.of(design);
    try (Descent descent = new Descent(design, closedForm, twin, seed)) {
      descent.run(stop);
      return new LinearRegression(train, design, closedForm, descent, twin);
    }
  }

  /** Beside the rows of networks, those of this one need a name. */
  private static VerificationReport named(VerificationReport report) {
    return new VerificationReport(
        report.epoch(),
        report.rows().stream().map(row -> row.inLayer("linear regression")).toList(),
        report.notes());
  }

  /** The same function on inputs as they are, not standardised; dropped features count nothing. */
  private static Network onInputs(Examples train, DesignMatrix design, double[] standardised) {
    Network network =
        new Network(
            NetworkText.parse("dense(1) | mse"), Shape.of(train.inputShape()), DataType.DOUBLE, 1);
    double[] unscaled = unscaled(design, standardised);
    network.parameters().get("W1").assign(0);
    for (int i = 0; i < design.kept().length; i++) {
      network.parameters().get("W1").putScalar(design.kept()[i], 0, unscaled[i + 1]);
    }
    network.parameters().get("b1").assign(unscaled[0]);
    return network;
  }

  /** Coefficients of features as they are, from those of standardised ones. */
  private static double[] unscaled(DesignMatrix design, double[] standardised) {
    double[] unscaled = standardised.clone();
    for (int i = 1; i < unscaled.length; i++) {
      unscaled[i] /= design.deviations()[i - 1];
      unscaled[0] -= unscaled[i] * design.means()[i - 1];
    }
    return unscaled;
  }

  private static List<Coefficient> coefficients(
      List<String> names,
      TargetScale target,
      DesignMatrix design,
      ClosedForm closedForm,
      Descent descent) {
    double[] ours = descent.coefficients();
    double[] twins = descent.twinCoefficients();
    double[] oursUnscaled = unscaled(design, ours);
    double[] exactUnscaled = unscaled(design, closedForm.coefficients());
    double[] twinsUnscaled = twins == null ? null : unscaled(design, twins);
    double[] scales = scales(design, exactUnscaled);
    double scale = target.deviation();
    List<Coefficient> all = new ArrayList<>();
    for (int i = 0; i < ours.length; i++) {
      double shift = i == 0 ? target.mean() : 0;
      all.add(
          new Coefficient(
              i == 0 ? "intercept" : names.get(design.kept()[i - 1]),
              shift + scale * oursUnscaled[i],
              shift + scale * exactUnscaled[i],
              twinsUnscaled == null ? Double.NaN : shift + scale * twinsUnscaled[i],
              Math.abs(oursUnscaled[i] - exactUnscaled[i]) / scales[i]));
    }
    return all;
  }

  /**
   * What differences of coefficients are held against; the targets' deviation is 1 here.
   *
   * @param exact coefficients of features as they are
   */
  private static double[] scales(DesignMatrix design, double[] exact) {
    double[] scales = new double[exact.length];
    double madeUpFor = 1;
    for (int i = 1; i < exact.length; i++) {
      scales[i] = Math.max(Math.abs(exact[i]), 1 / design.deviations()[i - 1]);
      madeUpFor += Math.abs(exact[i] * design.means()[i - 1]);
    }
    scales[0] = Math.max(Math.abs(exact[0]), madeUpFor);
    return scales;
  }

  /** To be asked for predictions; closed with this. */
  public Learner learner() {
    return new LinearLearner(network);
  }

  /** The intercept first, then every feature that was kept. */
  public List<Coefficient> coefficients() {
    return coefficients;
  }

  /** Features that are sums of others, or the same everywhere. */
  public List<String> dropped() {
    return dropped;
  }

  /** Steps downhill. */
  public int steps() {
    return steps;
  }

  public double learningRate() {
    return learningRate;
  }

  public double momentum() {
    return momentum;
  }

  /** Its gradients, held against differences and DL4J's. */
  public VerificationReport verification() {
    return verification;
  }

  /**
   * Whether features are so nearly sums of others that the descent ends before it arrives: its
   * coefficients are then none of the closed form, and say nothing about its mathematics.
   */
  public boolean tooFlat() {
    return tooFlat;
  }

  /** The largest difference of a coefficient from the closed form, relative. */
  public double largestDifference() {
    return coefficients.stream().mapToDouble(Coefficient::difference).max().orElse(Double.NaN);
  }

  /** Whether every coefficient is that of the closed form. */
  public boolean equal() {
    return largestDifference() <= TOLERANCE;
  }

  /** Whether gradients are right, and coefficients, if the descent can arrive at them. */
  public boolean ok() {
    return (equal() || tooFlat) && verification.ok();
  }

  @Override
  public void close() {
    network.close();
  }
}
