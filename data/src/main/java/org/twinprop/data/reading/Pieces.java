package org.twinprop.data.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts components into pieces, and puts these in the order in which an amount is read: row by row,
 * each from the left.
 */
final class Pieces {
  private Pieces() {}

  /**
   * @param level the stroke that carries the cents, if there is one
   * @param height of a digit, in pixels
   */
  static List<Piece> of(Handwriting all, Optional<LevelStroke> level, double height) {
    Handwriting writing = level.map(LevelStroke::rest).orElse(all);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < writing.components().size(); i++) {
      pieces.addAll(cut(writing, i, level, height));
    }
    pieces.sort(
        Comparator.comparing(Piece::row).thenComparingDouble(piece -> piece.box().centreX()));
    return pieces;
  }

  private static List<Piece> cut(
      Handwriting writing, int number, Optional<LevelStroke> level, double height) {
    Component component = writing.components().get(number);
    List<Cuts.Seam> seams = Cuts.of(component, writing.ink(), height, writing.stroke());
    List<Component> parts = Cuts.apply(component, seams, writing.ink().width);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean first = i == 0 || parts.size() != seams.size() + 1;
      double cut = i == 0 ? 0 : first ? 1 : seams.get(i - 1).ink() / writing.stroke();
      Component part = parts.get(i);
      row(part.box(), level, height)
          .ifPresent(row -> pieces.add(new Piece(part, number, cut, row)));
    }
    return pieces;
  }

  /** Where something stands; empty if it is a second level stroke, which says nothing. */
  private static Optional<Row> row(Box box, Optional<LevelStroke> level, double height) {
    if (level.isEmpty()) {
      return Optional.of(Row.LINE);
    }
    Box stroke = level.get().box();
    if (level.get().isSecond(box)) {
      return Optional.empty();
    }
    double slack = 0.12 * height;
    boolean within =
        box.centreX() > stroke.left() - slack && box.centreX() < stroke.right() + slack;
    if (within) {
      return Optional.of(box.centreY() < stroke.centreY() ? Row.RAISED : Row.LOWERED);
    }
    return Optional.of(box.left() > stroke.right() ? Row.LOWERED : Row.LINE);
  }
}
