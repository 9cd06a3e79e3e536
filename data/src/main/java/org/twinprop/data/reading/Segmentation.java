package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One way to see a written line: how high its digits are, whether cents stand over a level stroke,
 * and so what signs its ink may be made of.
 *
 * @param writing the ink
 * @param line that digits stand on
 * @param pieces of ink, in the order in which an amount is read
 * @param segments all runs of pieces that could be one sign
 */
record Segmentation(Handwriting writing, Line line, List<Piece> pieces, List<Segment> segments) {
  /**
   * All ways that have something for them.
   *
   * @param ink as {@link InkSeparation} tells it
   * @param scale pixels for each of the check
   * @return empty if nothing is written
   */
  static List<Segmentation> of(GrayF32 ink, int scale) {
    Handwriting writing = Handwriting.of(ink, scale);
    List<Segmentation> ways = new ArrayList<>();
    if (!writing.components().isEmpty()) {
      for (double height : heights(writing)) {
        ways.add(of(writing, Optional.empty(), height));
        LevelStroke.find(writing, height)
            .ifPresent(level -> ways.add(of(writing, Optional.of(level), height)));
      }
    }
    return ways;
  }

  private static Segmentation of(Handwriting writing, Optional<LevelStroke> level, double height) {
    List<Piece> pieces = Pieces.of(writing, level, height);
    Line line = new Line(height, base(writing, height), writing.stroke());
    return new Segmentation(writing, line, pieces, Segments.of(pieces, writing, height));
  }

  /** What the height of a large digit may be: heights of tall components, lowest to highest. */
  private static List<Double> heights(Handwriting writing) {
    double[] all =
        writing.components().stream().mapToDouble(one -> one.box().height()).sorted().toArray();
    double tallest = all[all.length - 1];
    double[] tall = Arrays.stream(all).filter(height -> height > 0.6 * tallest).toArray();
    List<Double> chosen = new ArrayList<>();
    for (double quantile : new double[] {0.5, 0.1, 0.9}) {
      double height = tall[(int) Math.round(quantile * (tall.length - 1))];
      if (chosen.stream().allMatch(other -> Math.abs(other - height) > 0.07 * height)) {
        chosen.add(height);
      }
    }
    return chosen;
  }

  /** The median of where components of about this height end. */
  private static double base(Handwriting writing, double height) {
    double[] ends =
        writing.components().stream()
            .map(Component::box)
            .filter(box -> Math.abs(box.height() - height) < 0.2 * height)
            .mapToDouble(Box::bottom)
            .sorted()
            .toArray();
    return ends[ends.length / 2];
  }
}
