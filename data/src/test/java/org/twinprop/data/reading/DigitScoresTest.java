package org.twinprop.data.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import boofcv.struct.image.GrayF32;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitScoresTest {
  /** A bar of ink, and the same bar as a segment of its own. */
  private static List<Segment> equalBars() {
    GrayF32 ink = new GrayF32(20, 30);
    List<Integer> pixels = new ArrayList<>();
    for (int y = 5; y < 25; y++) {
      for (int x = 8; x < 12; x++) {
        ink.unsafe_set(x, y, 1);
        pixels.add(y * ink.width + x);
      }
    }
    Component bar = Component.of(pixels.stream().mapToInt(i -> i).toArray(), ink.width);
    List<Piece> pieces = List.of(new Piece(bar, 0, 0, Row.LINE));
    return List.of(new Segment(pieces, 0, 1, 0, ink), new Segment(pieces, 0, 1, 0, ink));
  }

  /** Says of everything that it is a one with some probability, and else no digit. */
  private record Ones(double probability, List<Integer> asked) implements DigitClassifier {
    @Override
    public List<double[]> probabilities(List<byte[]> images) {
      asked.add(images.size());
      double[] one = new double[10];
      one[1] = probability;
      return images.stream().map(image -> one).toList();
    }

    @Override
    public boolean knowsOthers() {
      return true;
    }
  }

  @Test
  void equalSegmentsAreAskedAboutOnce() {
    List<Integer> asked = new ArrayList<>();
    DigitScores.of(new Ones(0.5, asked), equalBars());
    assertEquals(List.of(1), asked);
  }

  @Test
  void theLessASegmentIsNoneTheMoreItsDigitCounts() {
    List<Segment> bars = equalBars();
    double likely = aboveItsProbability(0.6, bars);
    double sure = aboveItsProbability(0.99, bars);
    assertTrue(0 < likely && likely < sure, likely + ", " + sure);
  }

  private static double aboveItsProbability(double probability, List<Segment> bars) {
    DigitScores scores = DigitScores.of(new Ones(probability, new ArrayList<>()), bars);
    assertEquals(Math.log(1 - probability), scores.noDigit(bars.get(0)), 1e-9);
    return scores.score(bars.get(0), 1) - scores.logarithm(bars.get(0), 1);
  }

  @Test
  void whatIsHardlyADigitIsNotTried() {
    List<Segment> bars = equalBars();
    DigitScores scores = DigitScores.of(new Ones(0.9, new ArrayList<>()), bars);
    assertTrue(scores.isWorthTrying(bars.get(0), 1), "a one");
    assertFalse(scores.isWorthTrying(bars.get(0), 7), "a seven");
  }
}
