package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How much ink looks like a dollar sign: a stroke stands out above and below something wider with
 * several strokes one over the other.
 */
final class CurrencySign {
  private static final double MISSING = -4.5;

  /**
   * As shares of its width: how wide a tip may be, how far off the middle, and how wide the rest.
   */
  private static final double NARROW = 0.45;

  private static final double CENTRAL = 0.25;
  private static final double WIDE = 0.75;

  /** How high it may be, as shares of a digit's height. */
  private static final double SMALLEST = 0.5;

  private static final double LARGEST = 1.6;

  private CurrencySign() {}

  /** The logarithm of a probability, but for a constant; 0 for what looks just like one. */
  static double likeness(List<Piece> pieces, Segment segment, GrayF32 image, Line line) {
    Box box = segment.box();
    BitSet ink = new BitSet();
    pieces
        .subList(segment.from(), segment.to())
        .forEach(piece -> Arrays.stream(piece.ink().pixels()).forEach(ink::set));
    double score = 0;
    int reach = (int) Math.max(1, Math.round(0.06 * box.height()));
    score += isTip(ink, image.width, box, box.top(), box.top() + reach) ? 0 : MISSING;
    score += isTip(ink, image.width, box, box.bottom() - reach, box.bottom()) ? 0 : MISSING;
    int quarter = box.height() / 4;
    int[] middle = extent(ink, image.width, box, box.top() + quarter, box.bottom() - quarter);
    score += middle[1] - middle[0] >= WIDE * box.width() ? 0 : MISSING;
    score += strokes(ink, image.width, box) >= 3 ? 0 : MISSING;
    double share = box.height() / line.height();
    score += share < SMALLEST || share > LARGEST ? MISSING : 0;
    return score - 0.3;
  }

  /** Whether the ink of some rows is narrow and in the middle. */
  private static boolean isTip(BitSet ink, int width, Box box, int top, int bottom) {
    int[] tip = extent(ink, width, box, top, bottom);
    double off = Math.abs((tip[0] + tip[1]) / 2.0 - box.centreX());
    return tip[1] - tip[0] <= NARROW * box.width() && off <= CENTRAL * box.width();
  }

  /** From where to where the ink of some rows reaches. */
  private static int[] extent(BitSet ink, int width, Box box, int top, int bottom) {
    int left = box.right();
    int right = box.left();
    for (int y = top; y < bottom; y++) {
      for (int x = box.left(); x < box.right(); x++) {
        if (ink.get(y * width + x)) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
        }
      }
    }
    return new int[] {left, right};
  }

  /** The most strokes that a way down meets, between the middle and the sides. */
  private static int strokes(BitSet ink, int width, Box box) {
    int most = 0;
    for (int x = box.left(); x < box.right(); x++) {
      if (Math.abs(x - box.centreX()) < 0.15 * box.width()) {
        continue;
      }
      int strokes = 0;
      boolean inside = false;
      for (int y = box.top(); y < box.bottom(); y++) {
        boolean inked = ink.get(y * width + x);
        strokes += inked && !inside ? 1 : 0;
        inside = inked;
      }
      most = Math.max(most, strokes);
    }
    return most;
  }
}
