package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Neighbouring pieces taken for one sign.
 *
 * @param from the first
 * @param to the one after the last
 * @param box around them
 * @param area inked pixels
 * @param joins what it costs to take them for one, as a logarithm of a probability
 * @param image as MNIST has digits
 */
record Segment(int from, int to, Box box, int area, double joins, byte[] image) {
  /** Ink around the pixels of a piece that belongs to it too, in pixels. */
  private static final int FRINGE = 3;

  private static final double CORE = 0.85;

  static Segment of(List<Piece> pieces, int from, int to, double joins, GrayF32 ink) {
    List<Piece> own = pieces.subList(from, to);
    Box box = own.stream().map(Piece::box).reduce(Box::union).orElseThrow();
    int area = own.stream().mapToInt(piece -> piece.ink().area()).sum();
    return new Segment(
        from, to, box, area, joins, DigitNormalisation.image(cutOut(pieces, from, to, box, ink)));
  }

  /** The ink of these pieces and of nothing else. */
  private static GrayF32 cutOut(List<Piece> pieces, int from, int to, Box box, GrayF32 ink) {
    Box frame = box.grown(FRINGE, ink.width, ink.height);
    BitSet own = new BitSet();
    BitSet others = new BitSet();
    for (int i = 0; i < pieces.size(); i++) {
      BitSet set = i >= from && i < to ? own : others;
      Arrays.stream(pieces.get(i).ink().pixels()).forEach(set::set);
    }
    GrayF32 cut = new GrayF32(frame.width(), frame.height());
    for (int pixel = own.nextSetBit(0); pixel >= 0; pixel = own.nextSetBit(pixel + 1)) {
      around(pixel, frame, ink, others, cut);
    }
    return full(cut);
  }

  private static void around(int pixel, Box frame, GrayF32 ink, BitSet others, GrayF32 cut) {
    int x = pixel % ink.width;
    int y = pixel / ink.width;
    for (int v = Math.max(frame.top(), y - FRINGE);
        v < Math.min(frame.bottom(), y + FRINGE + 1);
        v++) {
      for (int u = Math.max(frame.left(), x - FRINGE);
          u < Math.min(frame.right(), x + FRINGE + 1);
          u++) {
        if (!others.get(v * ink.width + u)) {
          cut.unsafe_set(u - frame.left(), v - frame.top(), ink.unsafe_get(u, v));
        }
      }
    }
  }

  /** Small digits are blurred more than large ones: their strokes are made as deep. */
  static GrayF32 full(GrayF32 cut) {
    float[] sorted = cut.data.clone();
    Arrays.sort(sorted);
    int first = Arrays.binarySearch(sorted, 0.3f);
    first = first < 0 ? -first - 1 : first;
    if (first >= sorted.length) {
      return cut;
    }
    float core = sorted[(int) (first + CORE * (sorted.length - 1 - first))];
    for (int i = 0; i < cut.data.length; i++) {
      cut.data[i] = Math.min(1, cut.data[i] / core);
    }
    return cut;
  }
}
