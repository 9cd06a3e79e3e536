package org.twinprop.data.pen;

import java.util.stream.IntStream;
import org.twinprop.data.DigitExamples;

/** Calls an image the digit whose mean image is nearest: what can be told without learning much. */
final class NearestMean {
  private final double[][] means = new double[10][Normalisation.SIZE * Normalisation.SIZE];

  private NearestMean() {}

  static NearestMean of(DigitExamples digits) {
    NearestMean nearest = new NearestMean();
    int[] counts = new int[10];
    for (int row = 0; row < digits.size(); row++) {
      counts[digits.classOf(row)]++;
      byte[] image = digits.image(row);
      for (int pixel = 0; pixel < image.length; pixel++) {
        nearest.means[digits.classOf(row)][pixel] += image[pixel] & 0xff;
      }
    }
    for (int digit = 0; digit < 10; digit++) {
      for (int pixel = 0; pixel < nearest.means[digit].length; pixel++) {
        nearest.means[digit][pixel] /= counts[digit];
      }
    }
    return nearest;
  }

  double accuracy(DigitExamples digits, String population) {
    int[] rows =
        IntStream.range(0, digits.size())
            .filter(row -> digits.group("population", row).equals(population))
            .toArray();
    int right = 0;
    for (int row : rows) {
      right += classify(digits.image(row)) == digits.classOf(row) ? 1 : 0;
    }
    return (double) right / rows.length;
  }

  private int classify(byte[] image) {
    int best = 0;
    for (int digit = 1; digit < 10; digit++) {
      best = distance(image, digit) < distance(image, best) ? digit : best;
    }
    return best;
  }

  private double distance(byte[] image, int digit) {
    double sum = 0;
    for (int pixel = 0; pixel < image.length; pixel++) {
      double difference = (image[pixel] & 0xff) - means[digit][pixel];
      sum += difference * difference;
    }
    return sum;
  }
}
