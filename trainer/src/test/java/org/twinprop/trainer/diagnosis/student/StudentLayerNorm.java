package org.twinprop.trainer.diagnosis.student;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Layer normalisation: every row for itself, the way back with its two corrections. */
final class StudentLayerNorm extends StudentLayer {
  private static final double EPS = 1e-5;

  private final int features;
  private Values normal;
  private double[] spread;

  StudentLayerNorm(int features, SplittableRandom random) {
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
    return "layernorm";
  }

  private double mean(int row, Values of, Values times) {
    return IntStream.range(row * features, (row + 1) * features)
        .mapToDouble(i -> of.entries()[i] * (times == null ? 1 : times.entries()[i]) / features)
        .sum();
  }

  @Override
  Values forward(Values x) {
    normal = x.copy();
    spread = new double[x.rows()];
    for (int row = 0; row < x.rows(); row++) {
      double mean = mean(row, x, null);
      double variance = mean(row, x, x) - mean * mean;
      spread[row] = Math.sqrt(variance + EPS);
      for (int f = 0; f < features; f++) {
        int i = row * features + f;
        normal.entries()[i] = (x.entries()[i] - mean) / spread[row];
      }
    }
    Values y = normal.copy();
    for (int i = 0; i < y.entries().length; i++) {
      y.entries()[i] = gamma(i) * y.entries()[i] + parameters.get("beta").entries()[i % features];
    }
    return y;
  }

  private double gamma(int i) {
    return parameters.get("gamma").entries()[i % features];
  }

  @Override
  Values backward(Values dy) {
    Values dGamma = Values.zeros(features);
    Values dBeta = Values.zeros(features);
    Values dNormal = dy.copy();
    for (int i = 0; i < dy.entries().length; i++) {
      dGamma.entries()[i % features] += dy.entries()[i] * normal.entries()[i];
      dBeta.entries()[i % features] += dy.entries()[i];
      dNormal.entries()[i] *= makes("gamma-missing") ? 1 : gamma(i);
    }
    gradients.put("gamma", dGamma);
    gradients.put("beta", dBeta);
    Values dx = dNormal.copy();
    for (int i = 0; i < dx.entries().length; i++) {
      int row = i / features;
      double byMean = makes("layernorm-no-mean-path") ? 0 : mean(row, dNormal, null);
      double byVariance = makes("layernorm-no-variance-path") ? 0 : mean(row, dNormal, normal);
      dx.entries()[i] =
          (dNormal.entries()[i] - byMean - normal.entries()[i] * byVariance) / spread[row];
    }
    return dx;
  }
}
