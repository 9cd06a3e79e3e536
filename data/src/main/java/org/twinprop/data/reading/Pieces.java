package org.twinprop.data.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts components into pieces, and puts these in the order in which an amount is read: from the
 * left, and where cents stand over a level stroke, those above it; what is below it says nothing.
 */
final class Pieces {
  private Pieces() {}

  /**
   * @param level the stroke that carries the cents, if there is one
   * @param height of a digit, in pixels
   */
  static List<Piece> of(Handwriting all, Optional<LevelStroke> level, double height) {
    Handwriting writing = level.map(LevelStroke::rest).orElse(all);
    List<Piece> line = new ArrayList<>();
    List<Piece> cents = new ArrayList<>();
    for (int i = 0; i < writing.components().size(); i++) {
      for (Piece piece : cut(writing, i, height)) {
        switch (place(piece.box(), level, height)) {
          case ON_LINE -> line.add(piece);
          case ABOVE -> cents.add(new Piece(piece.ink(), piece.component(), piece.cut(), true));
          case BELOW -> {}
        }
      }
    }
    Comparator<Piece> fromLeft = Comparator.comparingDouble(piece -> piece.box().centreX());
    line.sort(fromLeft);
    cents.sort(fromLeft);
    line.addAll(cents);
    return line;
  }

  private enum Place {
    ON_LINE,
    ABOVE,
    BELOW
  }

  private static Place place(Box box, Optional<LevelStroke> level, double height) {
    if (level.isEmpty()) {
      return Place.ON_LINE;
    }
    Box stroke = level.get().box();
    if (level.get().isSecond(box)) {
      return Place.BELOW;
    }
    double slack = 0.12 * height;
    boolean within =
        box.centreX() > stroke.left() - slack && box.centreX() < stroke.right() + slack;
    if (!within) {
      return box.left() > stroke.right() ? Place.BELOW : Place.ON_LINE;
    }
    return box.centreY() < stroke.centreY() ? Place.ABOVE : Place.BELOW;
  }

  private static List<Piece> cut(Handwriting writing, int number, double height) {
    Component component = writing.components().get(number);
    List<Cuts.Seam> seams = Cuts.of(component, writing.ink(), height, writing.stroke());
    List<Component> parts = Cuts.apply(component, seams, writing.ink().width);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean first = i == 0 || parts.size() != seams.size() + 1;
      double cut = i == 0 ? 0 : first ? 1 : seams.get(i - 1).ink() / writing.stroke();
      pieces.add(new Piece(parts.get(i), number, cut, false));
    }
    return pieces;
  }
}
