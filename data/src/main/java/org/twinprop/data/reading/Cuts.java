package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where digits that touch may be cut apart: ways from above to below through as little ink as
 * possible.
 *
 * <p>Source: the ways are found as minimal seams by dynamic programming (Avidan and Shamir, "Seam
 * Carving for Content-Aware Image Resizing", 2007, section 3); to cut too often and leave the
 * choice to the recogniser is LeCun, Bottou, Bengio and Haffner (1998), section V.
 */
final class Cuts {
  /** A cut through more ink than this many strokes is none. */
  private static final double MOST_STROKES = 2.4;

  /** Cuts nearer to each other than this, as a share of a digit's height, are one. */
  private static final double APART = 0.13;

  /** What it costs to leave the straight way down, in ink. */
  private static final float BEND = 0.04f;

  private Cuts() {}

  /**
   * One way down.
   *
   * @param columns for each row of the component the first column that is to the right of it
   * @param ink that it goes through, in pixels
   */
  record Seam(int[] columns, double ink) {
    double middle() {
      double sum = 0;
      for (int column : columns) {
        sum += column;
      }
      return sum / columns.length;
    }
  }

  /**
   * @param component to be cut
   * @param ink of the whole image
   * @param height of a digit, in pixels
   * @param stroke the width of a stroke, in pixels
   * @return from left to right, the best where there are too many; none if it is too narrow
   */
  static List<Seam> of(Component component, GrayF32 ink, double height, double stroke) {
    Box box = component.box();
    if (box.width() < 0.3 * height || box.height() < 0.3 * height) {
      return List.of();
    }
    List<Seam> chosen = new ArrayList<>();
    int most = (int) Math.ceil(3 * box.width() / height);
    double margin = 0.12 * height;
    for (Seam seam : seams(box, own(component, ink))) {
      double middle = seam.middle();
      boolean inside = middle > box.left() + margin && middle < box.right() - margin;
      boolean apart =
          chosen.stream().allMatch(other -> Math.abs(other.middle() - middle) > APART * height);
      if (inside && apart && chosen.size() < most && seam.ink() <= MOST_STROKES * stroke) {
        chosen.add(seam);
      }
    }
    chosen.sort(Comparator.comparingDouble(Seam::middle));
    return chosen;
  }

  /** The ink of the component alone, from its box's upper left corner on. */
  private static float[][] own(Component component, GrayF32 ink) {
    Box box = component.box();
    float[][] own = new float[box.height()][box.width()];
    for (int pixel : component.pixels()) {
      own[pixel / ink.width - box.top()][pixel % ink.width - box.left()] =
          Math.min(1, ink.data[pixel]);
    }
    return own;
  }

  /** The best way to each column of the last row, the best first. */
  private static List<Seam> seams(Box box, float[][] own) {
    int width = box.width();
    int height = box.height();
    float[][] cost = new float[height][width];
    int[][] from = new int[height][width];
    cost[0] = own[0].clone();
    for (int y = 1; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int best = x;
        for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          if (cost[y - 1][u] + (u == x ? 0 : BEND) < cost[y - 1][best] + (best == x ? 0 : BEND)) {
            best = u;
          }
        }
        from[y][x] = best;
        cost[y][x] = cost[y - 1][best] + (best == x ? 0 : BEND) + own[y][x];
      }
    }
    List<Seam> seams = new ArrayList<>();
    for (int end = 0; end < width; end++) {
      seams.add(traced(box, from, end, cost[height - 1][end]));
    }
    seams.sort(Comparator.comparingDouble(Seam::ink));
    return seams;
  }

  private static Seam traced(Box box, int[][] from, int end, double ink) {
    int[] columns = new int[box.height()];
    int x = end;
    for (int y = box.height() - 1; y >= 0; y--) {
      columns[y] = box.left() + x;
      x = from[y][x];
    }
    return new Seam(columns, ink);
  }

  /** The parts of a component, from left to right; those without ink are left out. */
  static List<Component> apply(Component component, List<Seam> seams, int imageWidth) {
    List<List<Integer>> parts = new ArrayList<>();
    for (int i = 0; i <= seams.size(); i++) {
      parts.add(new ArrayList<>());
    }
    for (int pixel : component.pixels()) {
      int row = pixel / imageWidth - component.box().top();
      int column = pixel % imageWidth;
      int part = (int) seams.stream().filter(seam -> seam.columns()[row] <= column).count();
      parts.get(part).add(pixel);
    }
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .map(part -> Component.of(part.stream().mapToInt(i -> i).toArray(), imageWidth))
        .toList();
  }
}
