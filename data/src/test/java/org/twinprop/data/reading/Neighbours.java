package org.twinprop.data.reading;

import java.util.List;
import org.twinprop.data.DigitExamples;

/** Knows digits by the likeness of examples: a Parzen window over images, for tests. */
record Neighbours(DigitExamples examples) implements DigitClassifier {
  private static final double WINDOW = 3.0;

  @Override
  public List<double[]> probabilities(List<byte[]> images) {
    return images.stream().map(this::probabilities).toList();
  }

  private double[] probabilities(byte[] image) {
    double[] sums = new double[10];
    double total = 1e-12;
    for (int row = 0; row < examples.size(); row++) {
      double likeness = Math.exp(-distance(image, examples.image(row)) / WINDOW);
      sums[examples.classOf(row)] += likeness;
      total += likeness;
    }
    for (int digit = 0; digit < 10; digit++) {
      sums[digit] = (sums[digit] + 1e-13) / total;
    }
    return sums;
  }

  private static double distance(byte[] a, byte[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = ((a[i] & 0xff) - (b[i] & 0xff)) / 255.0;
      sum += difference * difference;
    }
    return sum;
  }
}
