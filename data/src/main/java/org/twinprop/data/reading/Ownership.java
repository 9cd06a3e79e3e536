package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;
import java.util.List;

/** Whose ink the pixels of a written line are, where it is known where its digits stand. */
final class Ownership {
  /** A segment that is neither a digit nor clearly none. */
  static final int UNCLEAR = -2;

  static final int NOBODY = -1;
  private static final int SEVERAL = -3;

  /** How much of a digit's ink a segment must have, and how much of its own must be the digit's. */
  private static final double SAME = 0.92;

  /** A segment that has less of any digit is none; what is in between teaches nothing. */
  private static final double OTHER = 0.75;

  private final List<Box> places;
  private final int width;
  private final int[] only;

  /** Of each digit the pixels that can be no other's. */
  private final int[] own;

  /**
   * @param places of the digits, in pixels of the ink
   */
  Ownership(List<Box> places, Handwriting writing) {
    this.places = places;
    width = writing.ink().width;
    only = only(places, writing.ink());
    own = new int[places.size()];
    writing.components().forEach(component -> count(component, own));
  }

  private void count(Component component, int[] counts) {
    for (int pixel : component.pixels()) {
      if (only[pixel] >= 0) {
        counts[only[pixel]]++;
      }
    }
  }

  /** For each pixel the digit whose box it is in; none if it is in several, or in none. */
  private static int[] only(List<Box> places, GrayF32 ink) {
    int[] only = new int[ink.data.length];
    Arrays.fill(only, NOBODY);
    for (int i = 0; i < places.size(); i++) {
      Box box = places.get(i);
      for (int y = Math.max(0, box.top()); y < Math.min(ink.height, box.bottom()); y++) {
        for (int x = Math.max(0, box.left()); x < Math.min(ink.width, box.right()); x++) {
          int pixel = y * ink.width + x;
          only[pixel] = only[pixel] == NOBODY ? i : SEVERAL;
        }
      }
    }
    return only;
  }

  private boolean isIn(int pixel, Box box) {
    int x = pixel % width;
    int y = pixel / width;
    return x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom();
  }

  /** The number of the digit that some pieces are, {@link #NOBODY} or {@link #UNCLEAR}. */
  int owner(List<Piece> pieces) {
    int[] has = new int[places.size()];
    pieces.forEach(piece -> count(piece.ink(), has));
    double most = 0;
    int owner = NOBODY;
    for (int i = 0; i < has.length; i++) {
      double share = has[i] == 0 ? 0 : Math.min(has[i] / (double) own[i], inside(pieces, i));
      if (share > most) {
        most = share;
        owner = i;
      }
    }
    if (most < OTHER) {
      return NOBODY;
    }
    int found = owner;
    boolean alone = pieces.stream().allMatch(piece -> inside(List.of(piece), found) >= OTHER);
    return most >= SAME && alone ? owner : UNCLEAR;
  }

  /** The share of some pieces' pixels that is in a digit's box. */
  private double inside(List<Piece> pieces, int digit) {
    Box box = places.get(digit);
    long all = pieces.stream().mapToLong(piece -> piece.ink().area()).sum();
    long in =
        pieces.stream()
            .flatMapToInt(piece -> Arrays.stream(piece.ink().pixels()))
            .filter(pixel -> isIn(pixel, box))
            .count();
    return in / (double) all;
  }
}
