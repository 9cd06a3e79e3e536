package org.twinprop.trainer.diagnosis.student;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Batch normalisation of rows or of images' channels, the way back step by step as in the paper.
 */
final class StudentBatchNorm extends StudentLayer {
  private static final double EPS = 1e-5;

  private final int features;
  private Values x;
  private double[] mean;
  private double[] variance;

  StudentBatchNorm(int features, SplittableRandom random) {
    this.features = features;
    Values gamma = Values.normal(random, 0.3, features);
    for (int f = 0; f < features; f++) {
      gamma.entries()[f] += 1;
    }
    parameters.put("gamma", gamma);
    parameters.put("beta", Values.normal(random, 0.3, features));
  }

  @Override
  String text() {
    return "batchnorm";
  }

  /** Which feature an entry belongs to. */
  private int feature(int i) {
    return x.shape().length == 4 ? i / (x.size(2) * x.size(3)) % features : i % features;
  }

  private int count() {
    return x.entries().length / features;
  }

  private double[] sums(java.util.function.IntToDoubleFunction of) {
    double[] sums = new double[features];
    for (int i = 0; i < x.entries().length; i++) {
      sums[feature(i)] += of.applyAsDouble(i);
    }
    return sums;
  }

  private double centred(int i) {
    return x.entries()[i] - mean[feature(i)];
  }

  private double normal(int i) {
    return centred(i) / Math.sqrt(variance[feature(i)] + EPS);
  }

  @Override
  Values forward(Values input) {
    x = input;
    mean = sums(i -> x.entries()[i] / count());
    variance = sums(i -> centred(i) * centred(i) / count());
    Values y = Values.zeros(x.shape());
    for (int i = 0; i < y.entries().length; i++) {
      double gamma = parameters.get("gamma").entries()[feature(i)];
      y.entries()[i] = gamma * normal(i) + parameters.get("beta").entries()[feature(i)];
    }
    return y;
  }

  @Override
  Values backward(Values dy) {
    double[] d = dy.entries();
    gradients.put("gamma", new Values(new int[] {features}, sums(i -> d[i] * normal(i))));
    gradients.put("beta", new Values(new int[] {features}, sums(i -> d[i])));
    double[] gamma = parameters.get("gamma").entries().clone();
    if (makes("gamma-missing")) {
      Arrays.fill(gamma, 1);
    }
    double[] dVariance =
        sums(
            i ->
                d[i]
                    * gamma[feature(i)]
                    * centred(i)
                    * -0.5
                    * Math.pow(variance[feature(i)] + EPS, -1.5));
    double[] dMean = sums(i -> -d[i] * gamma[feature(i)] / Math.sqrt(variance[feature(i)] + EPS));
    Values dx = Values.zeros(x.shape());
    for (int i = 0; i < d.length; i++) {
      int f = feature(i);
      double direct = d[i] * gamma[f] / Math.sqrt(variance[f] + EPS);
      double byVariance = dVariance[f] * 2 * centred(i) / count();
      double byMean = dMean[f] / count();
      dx.entries()[i] =
          direct
              + (makes("batchnorm-no-variance-path") ? 0 : byVariance)
              + (makes("batchnorm-no-mean-path") ? 0 : byMean);
    }
    return dx;
  }
}
