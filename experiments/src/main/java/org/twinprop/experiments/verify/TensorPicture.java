package org.twinprop.experiments.verify;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.report.HeatMap;
import org.twinprop.experiments.report.Page;
import org.twinprop.experiments.report.Tiles;
import org.twinprop.trainer.diagnosis.TensorFinding;

/**
 * One gradient on the page.
 *
 * @param name {@code dW1}
 * @param shape in words
 * @param ok whether it is right
 * @param verdict in words
 * @param maps the student's, the right one, their difference
 * @param scaleNote how dots and tiles are to be read; empty where there is nothing to say
 * @param worst the entries that are furthest off, the worst first
 */
public record TensorPicture(
    String name,
    String shape,
    boolean ok,
    String verdict,
    List<Map> maps,
    String scaleNote,
    List<Row> worst) {
  private static final int ROWS = 12;
  private static final double HIGHEST = 22;

  /**
   * @param title above it
   * @param image as an address
   * @param width at which it is as high as it may be, in units of the page's text
   * @param low the number of the left end of its scale
   * @param high that of the right end
   * @param words what it shows, for who cannot see it
   */
  public record Map(
      String title, String image, String width, String low, String high, String words) {}

  /** An entry in numbers. */
  public record Row(String index, String student, String truth, String difference) {}

  static TensorPicture of(TensorFinding finding, INDArray student, INDArray truth) {
    double[] yours = entries(student);
    double[] right = entries(truth);
    double[] difference = new double[yours.length];
    Arrays.setAll(difference, i -> yours[i] - right[i]);
    Tiles tiles = Tiles.of(student.shape());
    double scale = Math.max(largest(yours), largest(right));
    String name = finding.name();
    return new TensorPicture(
        name,
        finding.shape().toString(),
        finding.ok(),
        CheckText.verdict(finding.verdict()).toLowerCase(Locale.ROOT),
        List.of(
            map("Yours", name + ", yours", yours, tiles, scale),
            map("Should be", name + ", as it should be", right, tiles, scale),
            map("Difference", name + ", the difference", difference, tiles, largest(difference))),
        note(student, tiles),
        rows(yours, right, difference, student.shape()));
  }

  private static Map map(String title, String what, double[] values, Tiles tiles, double scale) {
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(0);
    BufferedImage image = HeatMap.draw(values, tiles, scale);
    return new Map(
        title,
        Page.address(image),
        String.format(Locale.ROOT, "%.2f", HIGHEST * image.getWidth() / image.getHeight()),
        number(-scale),
        number(scale),
        "%s: %s from %s to %s"
            .formatted(what, Formats.count(values.length, "number"), number(least), number(most)));
  }

  private static String note(INDArray array, Tiles tiles) {
    List<String> notes = new ArrayList<>();
    if (tiles.several()) {
      notes.add(
          array.rank() == 4 && tiles.columns() == array.size(1)
              ? "A row of tiles for each output, a column for each input."
              : "A tile for each index but the last two.");
    }
    int step = HeatMap.step(tiles);
    if (step > 1) {
      notes.add("A cell is the largest of %d by %d entries.".formatted(step, step));
    }
    return String.join(" ", notes);
  }

  private static List<Row> rows(double[] yours, double[] right, double[] difference, long[] shape) {
    return IntStream.range(0, difference.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(difference[i])))
        .limit(ROWS)
        .map(
            i ->
                new Row(index(i, shape), number(yours[i]), number(right[i]), number(difference[i])))
        .toList();
  }

  private static String index(int flat, long[] shape) {
    long[] index = new long[shape.length];
    long rest = flat;
    for (int d = shape.length - 1; d >= 0; d--) {
      index[d] = rest % shape[d];
      rest /= shape[d];
    }
    return Arrays.toString(index);
  }

  private static double[] entries(INDArray array) {
    try (INDArray copy = array.dup('c')) {
      return copy.data().asDouble();
    }
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
