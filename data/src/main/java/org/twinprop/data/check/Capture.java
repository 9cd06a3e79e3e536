package org.twinprop.data.check;

import boofcv.abst.distort.FDistort;
import boofcv.alg.distort.PixelTransformHomography_F32;
import boofcv.alg.filter.blur.GBlurImageOps;
import boofcv.alg.misc.GImageMiscOps;
import boofcv.alg.misc.PixelMath;
import boofcv.struct.border.BorderType;
import boofcv.struct.image.GrayF32;
import boofcv.struct.image.Planar;
import georegression.struct.homography.Homography2D_F64;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.twinprop.data.pen.Chance;

/** What a scanner or a phone makes of a check that lies before it. */
final class Capture {
  private static final double WIDEST_BLUR = 2.6;
  private static final double LOUDEST_NOISE = 28;
  private static final double DARKEST = 0.65;

  /** How dark the check's own shadow is on what it lies on, and how soft. */
  private static final float SHADOW = 0.6f;

  private static final double SHADOW_BLUR = 4;

  private final Severities severities;
  private final Chance geometry;
  private final Chance light;
  private final Chance sensor;

  Capture(Severities severities, Chance chance) {
    this.severities = severities;
    geometry = chance.split();
    light = chance.split();
    sensor = chance.split();
  }

  /**
   * @param image as it was captured
   * @param view where the check lies in it
   */
  record Captured(BufferedImage image, View view) {}

  Captured of(BufferedImage check) {
    View view = view();
    return seen(view.isStraight() ? Pixels.planar(check) : onSurface(check, view), view);
  }

  /**
   * The same of a part of the check alone.
   *
   * @param part in whole pixels, within the check
   */
  Captured of(BufferedImage check, Rectangle part) {
    View view = view().of(part);
    Homography2D_F64 toPart =
        view.imageToCheck()
            .concat(new Homography2D_F64(1, 0, -part.x, 0, 1, -part.y, 0, 0, 1), null);
    Planar<GrayF32> near =
        Pixels.planar(check.getSubimage(part.x, part.y, part.width, part.height));
    Planar<GrayF32> image = new Planar<>(GrayF32.class, view.width(), view.height(), 3);
    new FDistort(near, image)
        .transform(new PixelTransformHomography_F32(toPart))
        .border(BorderType.EXTENDED)
        .apply();
    return seen(image, view);
  }

  private View view() {
    return View.draw(
        geometry, severities.get(DamageKind.SKEW), severities.get(DamageKind.PERSPECTIVE));
  }

  private Captured seen(Planar<GrayF32> image, View view) {
    shade(image, view.frame());
    blur(image);
    noise(image);
    BufferedImage seen = Pixels.buffered(image);
    double compression = severities.get(DamageKind.JPEG);
    return new Captured(compression > 0 ? Jpeg.compressed(seen, compression) : seen, view);
  }

  private Planar<GrayF32> onSurface(BufferedImage check, View view) {
    Planar<GrayF32> surface = Pixels.planar(Surface.draw(light, view.width(), view.height()));
    PixelTransformHomography_F32 back = new PixelTransformHomography_F32(view.imageToCheck());
    Planar<GrayF32> seen = new Planar<>(GrayF32.class, view.width(), view.height(), 3);
    new FDistort(Pixels.planar(check), seen).transform(back).border(0).apply();
    GrayF32 paper = new GrayF32(check.getWidth(), check.getHeight());
    GImageMiscOps.fill(paper, 1);
    GrayF32 share = new GrayF32(view.width(), view.height());
    new FDistort(paper, share).transform(back).border(0).apply();
    GrayF32 shadow = GBlurImageOps.gaussian(share, null, SHADOW_BLUR, -1, null);
    for (int band = 0; band < 3; band++) {
      float[] values = seen.getBand(band).data;
      float[] below = surface.getBand(band).data;
      for (int i = 0; i < values.length; i++) {
        values[i] += (1 - share.data[i]) * (1 - SHADOW * shadow.data[i]) * below[i];
      }
    }
    return seen;
  }

  /** Light falls off across the image, and a soft-edged shadow may lie over a part of it. */
  private void shade(Planar<GrayF32> image, View.Frame frame) {
    double severity = severities.get(DamageKind.UNEVEN_LIGHT);
    double angle = light.between(0, 2 * Math.PI);
    double shadowAngle = light.between(0, 2 * Math.PI);
    double edge = light.between(-0.4, 0.4);
    double softness = light.between(0.03, 0.3);
    double shadow = light.happens(0.5) ? light.between(0.2, 0.6) : 0;
    if (severity == 0) {
      return;
    }
    for (int y = 0; y < image.height; y++) {
      for (int x = 0; x < image.width; x++) {
        double across = along(angle, x, y, frame);
        double dark = DARKEST * (1 - shadow) * (0.5 + across / 2);
        double inside = (edge - along(shadowAngle, x, y, frame)) / softness;
        double inShadow = 0.5 + 0.5 * inside / Math.sqrt(1 + inside * inside);
        dark += DARKEST * shadow * inShadow;
        scale(image, x, y, 1 - severity * dark);
      }
    }
  }

  /** From -1 to 1 across the image in some direction. */
  private static double along(double angle, int x, int y, View.Frame frame) {
    double u = 2.0 * (frame.left() + x) / frame.width() - 1;
    double v = 2.0 * (frame.top() + y) / frame.height() - 1;
    return (u * StrictMath.cos(angle) + v * StrictMath.sin(angle)) / Math.sqrt(2);
  }

  private static void scale(Planar<GrayF32> image, int x, int y, double factor) {
    for (int band = 0; band < 3; band++) {
      image.getBand(band).data[y * image.width + x] *= (float) factor;
    }
  }

  private void blur(Planar<GrayF32> image) {
    double sigma = WIDEST_BLUR * severities.get(DamageKind.BLUR);
    if (sigma > 0) {
      GBlurImageOps.gaussian(image, image, sigma, -1, null);
    }
  }

  /** Of brightness alone: cameras smooth away most of the noise of colour. */
  private void noise(Planar<GrayF32> image) {
    double deviation = LOUDEST_NOISE * severities.get(DamageKind.NOISE);
    Random random = new Random(sensor.seed());
    if (deviation > 0) {
      GrayF32 noise = new GrayF32(image.width, image.height);
      GImageMiscOps.addGaussian(noise, random, deviation, -255, 255);
      for (GrayF32 band : image.bands) {
        PixelMath.add(band, noise, band);
      }
    }
  }
}
