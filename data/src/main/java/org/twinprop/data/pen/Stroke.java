package org.twinprop.data.pen;

import java.util.Arrays;
import java.util.List;

/**
 * What the pen draws between touching the paper and leaving it.
 *
 * @param name what part of the digit it is
 * @param points at least two
 */
record Stroke(String name, List<ControlPoint> points) {
  Stroke {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("stroke '" + name + "' needs at least two points");
    }
  }

  /**
   * A stroke from text.
   *
   * @param text points as {@code x,y} in hundredths of the digit's height, separated by spaces; an
   *     exclamation mark follows a corner: {@code "2,2 56,0! 20,100"} is a seven
   */
  static Stroke of(String name, String text) {
    return new Stroke(name, Arrays.stream(text.split(" ")).map(Stroke::point).toList());
  }

  private static ControlPoint point(String text) {
    boolean corner = text.endsWith("!");
    String[] numbers = (corner ? text.substring(0, text.length() - 1) : text).split(",");
    return new ControlPoint(
        Integer.parseInt(numbers[0]) / 100.0, Integer.parseInt(numbers[1]) / 100.0, corner);
  }
}
