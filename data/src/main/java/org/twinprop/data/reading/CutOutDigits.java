package org.twinprop.data.reading;

import boofcv.alg.filter.blur.GBlurImageOps;
import boofcv.struct.image.GrayF32;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.GroupColumn;
import org.twinprop.data.pen.Chance;

/**
 * Digits as they look when they were cut out of photos of checks: drawn at some size, a little
 * turned and slanted, with a finer or a bolder pen, out of focus, on a noisy sensor; then brought
 * into the form of MNIST by the same steps that a check's digits go through.
 */
public final class CutOutDigits {
  /** How large they are drawn, in pixels: small cents, and large dollars. */
  private static final double SMALLEST = 26;

  private static final double LARGEST = 76;

  /** Of the original, in which a digit is 20 high. */
  private static final int ORIGINAL = 28;

  private static final double DIGIT = 20;

  private CutOutDigits() {}

  /**
   * @param digits of 28 x 28 pixels
   * @param copies of each, all different
   * @param seed same seed, same images
   * @return copy by copy, each with all digits in their order and with their groups
   */
  public static DigitExamples of(DigitExamples digits, int copies, long seed) {
    int size = digits.size();
    byte[] classes = new byte[copies * size];
    byte[] pixels = new byte[copies * size * DigitNormalisation.SIZE * DigitNormalisation.SIZE];
    IntStream.range(0, copies * size)
        .parallel()
        .forEach(
            i -> {
              classes[i] = (byte) digits.classOf(i % size);
              byte[] image = image(digits.image(i % size), Chance.of(seed, i));
              System.arraycopy(image, 0, pixels, i * image.length, image.length);
            });
    return new DigitExamples(
        digits.description() + ", as cut out of photos of checks",
        ByteBuffer.wrap(pixels),
        DigitNormalisation.SIZE,
        DigitNormalisation.SIZE,
        classes,
        groups(digits, copies));
  }

  private static List<GroupColumn> groups(DigitExamples digits, int copies) {
    return digits.groupColumns().stream()
        .filter(column -> !column.equals("digit"))
        .map(
            column ->
                GroupColumn.of(
                    column,
                    IntStream.range(0, copies * digits.size())
                        .mapToObj(i -> digits.group(column, i % digits.size()))
                        .toList()))
        .toList();
  }

  private static byte[] image(byte[] original, Chance chance) {
    GrayF32 drawn = drawn(original, chance);
    double focus = chance.between(0.4, 3);
    GBlurImageOps.gaussian(drawn, drawn, focus, -1, null);
    noise(drawn, chance.between(0, 0.12), chance);
    GBlurImageOps.gaussian(drawn, drawn, 0.8, -1, null);
    return DigitNormalisation.image(Segment.full(drawn));
  }

  /** The original under an affine map, larger, on a canvas with a margin. */
  private static GrayF32 drawn(byte[] original, Chance chance) {
    double scale = chance.between(SMALLEST, LARGEST) / DIGIT;
    double stretch = 1 + 0.06 * chance.bell();
    double angle = Math.toRadians(4) * chance.bell();
    double slant = 0.08 * chance.bell();
    double boldness = 0.1 * chance.bell();
    int side = (int) Math.ceil(1.3 * ORIGINAL * scale);
    GrayF32 drawn = new GrayF32(side, side);
    double cos = StrictMath.cos(angle) / scale;
    double sin = StrictMath.sin(angle) / scale;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double dx = x + 0.5 - side / 2.0;
        double dy = y + 0.5 - side / 2.0;
        double u = (cos * dx + sin * dy) * stretch;
        double v = (cos * dy - sin * dx) / stretch;
        double ink = at(original, u + slant * v + ORIGINAL / 2.0 - 0.5, v + ORIGINAL / 2.0 - 0.5);
        // a steeper step from paper to ink than between pixels, earlier for a bolder pen
        drawn.unsafe_set(
            x, y, (float) Math.max(0, Math.min(1, 1.6 * (ink - 0.5 + boldness) + 0.5)));
      }
    }
    return drawn;
  }

  /** By bilinear interpolation; whole numbers are centres of pixels. */
  private static double at(byte[] image, double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double right = x - column;
    double down = y - row;
    return (1 - down)
            * ((1 - right) * pixel(image, column, row) + right * pixel(image, column + 1, row))
        + down
            * ((1 - right) * pixel(image, column, row + 1)
                + right * pixel(image, column + 1, row + 1));
  }

  private static double pixel(byte[] image, int column, int row) {
    boolean inside = column >= 0 && column < ORIGINAL && row >= 0 && row < ORIGINAL;
    return inside ? (image[row * ORIGINAL + column] & 0xff) / 255.0 : 0;
  }

  private static void noise(GrayF32 image, double deviation, Chance chance) {
    for (int i = 0; i < image.data.length; i++) {
      image.data[i] = (float) Math.max(0, image.data[i] + deviation * chance.bell());
    }
  }
}
