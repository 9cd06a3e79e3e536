package org.twinprop.data.pen;

import java.util.Arrays;
import java.util.List;

/**
 * A letter as it is printed by hand, in units of a capital's height.
 *
 * @param strokes in the order of writing
 */
record Letter(List<Stroke> strokes) {
  /**
   * A letter from text.
   *
   * @param strokes each as {@link Stroke#of} reads it, in hundredths of a capital's height, with a
   *     bar between two
   */
  static Letter of(String strokes) {
    return new Letter(
        Arrays.stream(strokes.split("\\|")).map(text -> Stroke.of("letter", text)).toList());
  }

  /** How far it reaches to the right. */
  double width() {
    return strokes.stream()
        .flatMap(stroke -> stroke.points().stream())
        .mapToDouble(ControlPoint::x)
        .max()
        .orElse(0);
  }
}
