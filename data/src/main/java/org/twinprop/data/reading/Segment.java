package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ddogleg.sorting.QuickSelect;

/** Neighbouring pieces taken for one sign. */
final class Segment {
  /** Ink around the pixels of a piece that belongs to it too, in pixels. */
  private static final int FRINGE = 3;

  /** Of the pixels that are darker than this, which quantile is the full depth of the ink. */
  private static final float INK = 0.3f;

  private static final double CORE = 0.85;

  private final List<Piece> pieces;
  private final int from;
  private final int to;
  private final double joins;
  private final GrayF32 ink;
  private final Box box;
  private byte[] image;

  /**
   * @param pieces all there are
   * @param from the first
   * @param to the one after the last
   * @param joins what it costs to take them for one, as a logarithm of a probability
   * @param ink of the whole line
   */
  Segment(List<Piece> pieces, int from, int to, double joins, GrayF32 ink) {
    this.pieces = pieces;
    this.from = from;
    this.to = to;
    this.joins = joins;
    this.ink = ink;
    box = own().stream().map(Piece::box).reduce(Box::union).orElseThrow();
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  double joins() {
    return joins;
  }

  /** Around them. */
  Box box() {
    return box;
  }

  /** What it is made of. */
  List<Piece> own() {
    return pieces.subList(from, to);
  }

  /** As MNIST has digits; made when it is first asked for. */
  byte[] image() {
    if (image == null) {
      image = DigitNormalisation.image(cutOut(pieces, from, to, box, ink));
    }
    return image;
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
    boolean[] near = near(own, frame, ink.width);
    for (int y = frame.top(); y < frame.bottom(); y++) {
      for (int x = frame.left(); x < frame.right(); x++) {
        int i = (y - frame.top()) * cut.width + x - frame.left();
        if (near[i] && !others.get(y * ink.width + x)) {
          cut.data[i] = ink.unsafe_get(x, y);
        }
      }
    }
    return full(cut);
  }

  /** Which pixels of the frame have one of these in the square of the fringe around them. */
  private static boolean[] near(BitSet own, Box frame, int imageWidth) {
    int width = frame.width();
    boolean[] beside = new boolean[width * frame.height()];
    for (int pixel = own.nextSetBit(0); pixel >= 0; pixel = own.nextSetBit(pixel + 1)) {
      int x = pixel % imageWidth - frame.left();
      int row = (pixel / imageWidth - frame.top()) * width;
      Arrays.fill(
          beside, row + Math.max(0, x - FRINGE), row + Math.min(width, x + FRINGE + 1), true);
    }
    boolean[] near = new boolean[beside.length];
    for (int i = 0; i < beside.length; i++) {
      if (beside[i]) {
        int first = Math.max(0, i / width - FRINGE) * width + i % width;
        int last = Math.min(beside.length - 1, i + FRINGE * width);
        for (int j = first; j <= last; j += width) {
          near[j] = true;
        }
      }
    }
    return near;
  }

  /** Small digits are blurred more than large ones: their strokes are made as deep. */
  static GrayF32 full(GrayF32 cut) {
    float[] inked = new float[cut.data.length];
    int n = 0;
    for (float value : cut.data) {
      if (value >= INK) {
        inked[n++] = value;
      }
    }
    if (n == 0) {
      return cut;
    }
    float core = QuickSelect.select(inked, (int) (CORE * (n - 1)), n);
    for (int i = 0; i < cut.data.length; i++) {
      cut.data[i] = Math.min(1, cut.data[i] / core);
    }
    return cut;
  }
}
