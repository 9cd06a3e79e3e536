package org.twinprop.data.reading;

import boofcv.alg.filter.binary.GThresholdImageOps;
import boofcv.alg.filter.blur.GBlurImageOps;
import boofcv.struct.ConfigLength;
import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the box that the amount stands in, wherever a form has it: two level lines and two upright
 * ones that meet, of the size of an amount. Sizes are in pixels of a check of 1200 x 540.
 */
final class BoxFinder {
  private static final int NARROWEST = 140;
  private static final int WIDEST = 420;
  private static final int LOWEST = 40;
  private static final int HIGHEST = 120;

  /** How much of a side must be inked. */
  private static final double LEAST_COVER = 0.7;

  /** What is darker than this share of its surroundings is ink; faint lines are looked for last. */
  private static final double[] INK = {0.88, 0.93, 0.96};

  private static final int SURROUNDINGS = 31;

  /** Breaks in a line that are looked over, and how far it may stray. */
  private static final int GAP = 6;

  /** Where there are more level lines than this, all is ink and nothing a form, which has 90. */
  private static final int MOST_LEVEL = 300;

  private BoxFinder() {}

  /**
   * @param check straight, 1200 x 540, grey
   * @return within the box's lines; empty if there is none
   */
  static Optional<Box> find(GrayF32 check) {
    GrayF32 smooth = new GrayF32(check.width, check.height);
    GBlurImageOps.gaussian(check, smooth, 0.8, -1, null);
    return Arrays.stream(INK)
        .mapToObj(share -> find(smooth, share))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Box> find(GrayF32 check, double share) {
    GrayU8 ink = new GrayU8(check.width, check.height);
    GThresholdImageOps.localMean(
        check, ink, ConfigLength.fixed(SURROUNDINGS), share, true, null, null, null);
    List<Side> level = Side.of(ink, NARROWEST, false);
    List<Side> upright = Side.of(ink, LOWEST - 10, true);
    return level.size() > MOST_LEVEL ? Optional.empty() : best(level, upright);
  }

  /**
   * A straight run of ink.
   *
   * @param at its row, or its column
   * @param from where it begins along that
   * @param to where it ends, exclusive
   */
  record Side(int at, int from, int to) {
    int length() {
      return to - from;
    }

    /** How much of a stretch it covers. */
    double cover(double begin, double end) {
      return Math.max(0, Math.min(to, end) - Math.max(from, begin)) / (end - begin);
    }

    /**
     * @param least their length
     * @param upright whether columns are wanted
     */
    static List<Side> of(GrayU8 ink, int least, boolean upright) {
      List<Side> lines = new ArrayList<>();
      int across = upright ? ink.width : ink.height;
      int along = upright ? ink.height : ink.width;
      for (int at = 1; at < across - 1; at++) {
        int from = -1;
        int last = -1;
        for (int i = 0; i < along; i++) {
          if (isInk(ink, at, i, upright)) {
            if (from < 0 || i - last > GAP) {
              add(lines, at, from, last + 1, least);
              from = i;
            }
            last = i;
          }
        }
        add(lines, at, from, last + 1, least);
      }
      return lines;
    }

    /** A line that is not quite straight goes on in the next row. */
    private static boolean isInk(GrayU8 ink, int at, int i, boolean upright) {
      for (int d = -1; d <= 1; d++) {
        if ((upright ? ink.unsafe_get(at + d, i) : ink.unsafe_get(i, at + d)) != 0) {
          return true;
        }
      }
      return false;
    }

    private static void add(List<Side> lines, int at, int from, int to, int least) {
      if (from >= 0 && to - from >= least) {
        lines.add(new Side(at, from, to));
      }
    }
  }

  private static Optional<Box> best(List<Side> level, List<Side> upright) {
    Best best = new Best();
    for (Side top : level) {
      for (Side bottom : level) {
        int height = bottom.at - top.at;
        int common = Math.min(top.to, bottom.to) - Math.max(top.from, bottom.from);
        if (height >= LOWEST && height <= HIGHEST && common >= LEAST_COVER * NARROWEST) {
          best.between(top, bottom, upright);
        }
      }
    }
    return Optional.ofNullable(best.box);
  }

  /** The best so far. */
  private static final class Best {
    private Box box;
    private double score;

    void between(Side top, Side bottom, List<Side> upright) {
      List<Side> sides =
          upright.stream().filter(side -> side.cover(top.at, bottom.at) >= LEAST_COVER).toList();
      for (Side left : sides) {
        for (Side right : sides) {
          double one = score(top, bottom, left, right);
          if (one > score) {
            score = one;
            box = new Box(left.at, top.at, right.at, bottom.at);
          }
        }
      }
    }
  }

  /** The cover of the sides, less what lines go on beyond the corners; 0 if it is no box. */
  private static double score(Side top, Side bottom, Side left, Side right) {
    int width = right.at - left.at;
    if (width < NARROWEST || width > WIDEST) {
      return 0;
    }
    double upper = top.cover(left.at, right.at);
    double lower = bottom.cover(left.at, right.at);
    if (upper < LEAST_COVER || lower < LEAST_COVER) {
      return 0;
    }
    double sides = left.cover(top.at, bottom.at) + right.cover(top.at, bottom.at);
    double beyond =
        Math.max(0, top.length() - width)
            + Math.max(0, bottom.length() - width)
            + Math.max(0, left.length() - (bottom.at - top.at))
            + Math.max(0, right.length() - (bottom.at - top.at));
    return upper + lower + sides - beyond / width;
  }
}
