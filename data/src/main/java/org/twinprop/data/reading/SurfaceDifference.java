package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.Planar;

/**
 * How different from what the check lies on a photo is at each place: paper may be as light as a
 * table, and of another colour. With r the logarithms of red, green and blue as shares of the
 * surface's ({@link SurfaceLight}), and m their mean, it is
 *
 * <p>exp(|m| + {@value #COLOUR} mean |r - m|),
 *
 * <p>which is 1 on the surface, and the factor by which paper of its colour is lighter or darker.
 * Colour counts more, because streaks and shadows of a surface have its own. Where that is not
 * enough, colour alone is looked at, with a larger factor and without |m|.
 */
final class SurfaceDifference {
  private static final int COLOUR = 3;

  private static final int COLOUR_ALONE = 8;

  private SurfaceDifference() {}

  /**
   * @param photo red, green and blue from 0 to 255
   * @return of the same size, at least 1
   */
  static GrayF32 of(Planar<GrayF32> photo) {
    return of(photo, 1, COLOUR);
  }

  /**
   * The same without |m|: of colour alone, which streaks and shadows of a grey surface have none
   * of, so that tinted paper stands out from them though it is no lighter.
   */
  static GrayF32 ofColour(Planar<GrayF32> photo) {
    return of(photo, 0, COLOUR_ALONE);
  }

  private static GrayF32 of(Planar<GrayF32> photo, int lightness, int colour) {
    GrayF32[] shares = new GrayF32[3];
    for (int band = 0; band < 3; band++) {
      shares[band] = SurfaceLight.removed(photo.getBand(band));
    }
    GrayF32 difference = new GrayF32(photo.width, photo.height);
    for (int y = 0; y < photo.height; y++) {
      for (int x = 0; x < photo.width; x++) {
        difference.unsafe_set(x, y, (float) of(shares, x, y, lightness, colour));
      }
    }
    return difference;
  }

  private static double of(GrayF32[] shares, int x, int y, int lightness, int colour) {
    double[] r = new double[3];
    double m = 0;
    for (int band = 0; band < 3; band++) {
      r[band] = Math.log(shares[band].unsafe_get(x, y));
      m += r[band] / 3;
    }
    double tint = (Math.abs(r[0] - m) + Math.abs(r[1] - m) + Math.abs(r[2] - m)) / 3;
    return Math.exp(lightness * Math.abs(m) + colour * tint);
  }
}
