package org.twinprop.experiments.report;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.twinprop.data.Examples;
import org.twinprop.trainer.evaluation.Predictions;

/**
 * An image that a network misread.
 *
 * @param label what it is
 * @param predicted what the network took it for
 * @param score the probability that the network gave to that
 * @param group who it belongs to; empty if groups do not matter
 * @param image a data URI of it as PNG
 */
public record WrongDigit(String label, String predicted, double score, String group, String image) {

  /**
   * The images that a network got wrong while it was most sure, surest first.
   *
   * @param predictions for images of one channel
   * @param column the group column to take {@code each} from every group of; null for {@code each}
   *     of all
   * @param each how many at most
   */
  public static List<WrongDigit> mostConfident(Predictions predictions, String column, int each) {
    Map<String, Integer> taken = new HashMap<>();
    List<WrongDigit> wrong = new ArrayList<>();
    IntStream.range(0, predictions.size())
        .filter(row -> !predictions.correct(row))
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -predictions.confidence(row)))
        .forEach(
            row -> {
              String group = column == null ? "" : predictions.examples().group(column, row);
              if (taken.merge(group, 1, Integer::sum) <= each) {
                wrong.add(of(predictions, row, group));
              }
            });
    return wrong;
  }

  private static WrongDigit of(Predictions predictions, int row, String group) {
    Examples examples = predictions.examples();
    return new WrongDigit(
        examples.classNames().get(examples.classOf(row)),
        examples.classNames().get(predictions.predictedClass(row)),
        predictions.confidence(row),
        group,
        png(examples, row));
  }

  static String png(Examples examples, int row) {
    long[] shape = examples.inputShape();
    int width = (int) shape[2];
    int plane = (int) shape[1] * width;
    int kind = shape[0] == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    BufferedImage image = new BufferedImage(width, (int) shape[1], kind);
    float[] light = examples.light(row);
    for (int i = 0; i < light.length; i++) {
      int place = i % plane;
      image
          .getRaster()
          .setSample(place % width, place / width, i / plane, Math.round(255 * light[i]));
    }
    return Page.address(image);
  }
}
