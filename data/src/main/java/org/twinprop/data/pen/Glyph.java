package org.twinprop.data.pen;

import java.util.List;
import java.util.Map;

/**
 * One way to write a digit.
 *
 * @param digit 0 to 9
 * @param name what tells it from the digit's other shapes
 * @param shares how often writers of each population choose it, relative to the digit's others
 * @param strokes in the order of writing
 */
record Glyph(int digit, String name, Map<Population, Integer> shares, List<Stroke> strokes) {
  Glyph {
    shares = Map.copyOf(shares);
    strokes = List.copyOf(strokes);
  }

  /**
   * @param print share among {@link Population#UPRIGHT_PRINT}
   * @param cursive share among {@link Population#SLANTED_CURSIVE}
   * @param hurried share among {@link Population#HURRIED}
   */
  static Glyph of(int digit, String name, int print, int cursive, int hurried, Stroke... strokes) {
    Map<Population, Integer> shares =
        Map.of(
            Population.UPRIGHT_PRINT, print,
            Population.SLANTED_CURSIVE, cursive,
            Population.HURRIED, hurried);
    return new Glyph(digit, name, shares, List.of(strokes));
  }
}
