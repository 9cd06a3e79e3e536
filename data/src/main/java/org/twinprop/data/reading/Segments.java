package org.twinprop.data.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All runs of neighbouring pieces that could be one sign. */
final class Segments {
  private static final int MOST_PIECES = 5;
  private static final double WIDEST = 1.35;

  private Segments() {}

  static List<Segment> of(List<Piece> pieces, Handwriting writing, double height) {
    List<Segment> segments = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from++) {
      for (int to = from + 1; to <= Math.min(pieces.size(), from + MOST_PIECES); to++) {
        Optional<Double> joins = joins(pieces.subList(from, to), height);
        if (joins.isPresent()) {
          segments.add(new Segment(pieces, from, to, joins.get(), writing.ink()));
        }
      }
    }
    return segments;
  }

  /** What it costs to take pieces of several components for one sign; empty if that cannot be. */
  private static Optional<Double> joins(List<Piece> pieces, double height) {
    Box box = pieces.get(0).box();
    double cost = 0;
    for (int i = 1; i < pieces.size(); i++) {
      Piece next = pieces.get(i);
      if (next.row() != pieces.get(0).row()) {
        return Optional.empty();
      }
      if (pieces.get(i - 1).component() != next.component()) {
        double overlap = box.overlapX(next.box()) / height;
        cost -= overlap > 0 ? Math.max(0.7, 2 - 5 * overlap) : 2 - 20 * overlap;
      }
      box = box.union(next.box());
    }
    return box.width() > WIDEST * height || cost < -8 ? Optional.empty() : Optional.of(cost);
  }

  /**
   * What it costs to begin a sign with a piece: nothing, or the cut from the piece before it, as a
   * logarithm.
   */
  static double cut(List<Piece> pieces, int from) {
    boolean inComponent =
        from > 0 && pieces.get(from - 1).component() == pieces.get(from).component();
    return inComponent ? -1 - 0.8 * pieces.get(from).cut() : 0;
  }
}
