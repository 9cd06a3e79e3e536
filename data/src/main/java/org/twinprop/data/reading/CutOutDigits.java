package org.twinprop.data.reading;

import boofcv.alg.filter.blur.GBlurImageOps;
import boofcv.struct.image.GrayF32;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.GroupColumn;
import org.twinprop.data.pen.Chance;

/**
 * Digits as they look when they were cut out of photos of checks: drawn at some size, a little
 * turned and slanted, with a finer or a bolder pen, out of focus, on a noisy sensor; then brought
 * into the form of MNIST by the same steps that a check's digits go through.
 *
 * <p>Where a check's digits touch, what is cut out may be two of them. A network that has seen
 * digits alone is sure of any picture; so two digits that touch are a class of their own, as in
 * LeCun, Bottou, Bengio and Haffner (1998), section VII: segments of no digit are learned too.
 */
public final class CutOutDigits {
  /** How large they are drawn, in pixels: small cents, and large dollars. */
  private static final double SMALLEST = 26;

  private static final double LARGEST = 76;

  /** Of the original, in which a digit is 20 high. */
  private static final int ORIGINAL = 28;

  private static final double DIGIT = 20;

  /** The class of pairs, after those of the digits. */
  private static final int TWO = 10;

  private static final List<String> WITH_PAIRS =
      Stream.concat(DigitExamples.CLASS_NAMES.stream(), Stream.of("two digits")).toList();

  /** Of a pair, in pixels of the original. */
  private static final int MOST_OVERLAP = 3;

  private static final int INKED = 100;

  private CutOutDigits() {}

  /**
   * @param digits of 28 x 28 pixels
   * @param copies of each, all different
   * @param seed same seed, same images
   * @return copy by copy, each with all digits in their order and with their groups; then, as many
   *     as there are digits, pairs of a digit and another that touches it
   */
  public static DigitExamples withPairs(DigitExamples digits, int copies, long seed) {
    return of(digits, copies, 1, seed);
  }

  /** The same without pairs. */
  public static DigitExamples of(DigitExamples digits, int copies, long seed) {
    return of(digits, copies, 0, seed);
  }

  private static DigitExamples of(DigitExamples digits, int copies, int pairs, long seed) {
    int size = digits.size();
    int all = (copies + pairs) * size;
    byte[] classes = new byte[all];
    byte[] pixels = new byte[all * DigitNormalisation.SIZE * DigitNormalisation.SIZE];
    IntStream.range(0, all)
        .parallel()
        .forEach(
            i -> {
              boolean pair = i >= copies * size;
              Chance chance = Chance.of(seed, i);
              classes[i] = (byte) (pair ? TWO : digits.classOf(i % size));
              Original original = new Original(ORIGINAL, digits.image(i % size));
              byte[] image =
                  image(pair ? original.touching(other(digits, chance), chance) : original, chance);
              System.arraycopy(image, 0, pixels, i * image.length, image.length);
            });
    return new DigitExamples(
        digits.description() + ", as cut out of photos of checks",
        ByteBuffer.wrap(pixels),
        DigitNormalisation.SIZE,
        DigitNormalisation.SIZE,
        classes,
        pairs == 0 ? DigitExamples.CLASS_NAMES : WITH_PAIRS,
        groups(digits, copies + pairs));
  }

  private static Original other(DigitExamples digits, Chance chance) {
    return new Original(ORIGINAL, digits.image(chance.below(digits.size())));
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

  private static byte[] image(Original original, Chance chance) {
    GrayF32 drawn = drawn(original, chance);
    double focus = chance.between(0.4, 3);
    GBlurImageOps.gaussian(drawn, drawn, focus, -1, null);
    noise(drawn, chance.between(0, 0.12), chance);
    GBlurImageOps.gaussian(drawn, drawn, 0.8, -1, null);
    return DigitNormalisation.image(Segment.full(drawn));
  }

  /** The original under an affine map, larger, on a canvas with a margin. */
  private static GrayF32 drawn(Original original, Chance chance) {
    double scale = chance.between(SMALLEST, LARGEST) / DIGIT;
    double stretch = 1 + 0.06 * chance.bell();
    double angle = Math.toRadians(4) * chance.bell();
    double slant = 0.08 * chance.bell();
    double boldness = 0.1 * chance.bell();
    int width = (int) Math.ceil((original.width() + 0.3 * ORIGINAL) * scale);
    int height = (int) Math.ceil(1.3 * ORIGINAL * scale);
    GrayF32 drawn = new GrayF32(width, height);
    double cos = StrictMath.cos(angle) / scale;
    double sin = StrictMath.sin(angle) / scale;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = x + 0.5 - width / 2.0;
        double dy = y + 0.5 - height / 2.0;
        double u = (cos * dx + sin * dy) * stretch;
        double v = (cos * dy - sin * dx) / stretch;
        double ink =
            original.at(u + slant * v + original.width() / 2.0 - 0.5, v + ORIGINAL / 2.0 - 0.5);
        // a steeper step from paper to ink than between pixels, earlier for a bolder pen
        drawn.unsafe_set(
            x, y, (float) Math.max(0, Math.min(1, 1.6 * (ink - 0.5 + boldness) + 0.5)));
      }
    }
    return drawn;
  }

  /**
   * What is drawn.
   *
   * @param width in pixels; it is {@value #ORIGINAL} high
   * @param pixels row by row, 0 paper and 255 (-1 as a byte) ink
   */
  private record Original(int width, byte[] pixels) {
    /** This one and to its right another, that overlaps it a little or just touches it. */
    Original touching(Original other, Chance chance) {
      int shift = lastInked() + 1 - other.firstInked() - chance.below(MOST_OVERLAP + 1);
      int both = Math.max(width, shift + other.width);
      byte[] together = new byte[both * ORIGINAL];
      for (int y = 0; y < ORIGINAL; y++) {
        for (int x = 0; x < both; x++) {
          together[y * both + x] =
              (byte) Math.max(pixel(x, y), x < shift ? 0 : other.pixel(x - shift, y));
        }
      }
      return new Original(both, together);
    }

    private int firstInked() {
      return IntStream.range(0, width).filter(this::inked).findFirst().orElse(0);
    }

    private int lastInked() {
      return width
          - 1
          - IntStream.range(0, width).filter(x -> inked(width - 1 - x)).findFirst().orElse(0);
    }

    private boolean inked(int x) {
      return IntStream.range(0, ORIGINAL).anyMatch(y -> pixel(x, y) >= INKED);
    }

    /** From 0 to 1, by bilinear interpolation; whole numbers are centres of pixels. */
    double at(double x, double y) {
      int column = (int) Math.floor(x);
      int row = (int) Math.floor(y);
      double right = x - column;
      double down = y - row;
      double upper = (1 - right) * pixel(column, row) + right * pixel(column + 1, row);
      double lower = (1 - right) * pixel(column, row + 1) + right * pixel(column + 1, row + 1);
      return ((1 - down) * upper + down * lower) / 255.0;
    }

    private int pixel(int column, int row) {
      boolean inside = column >= 0 && column < width && row >= 0 && row < ORIGINAL;
      return inside ? pixels[row * width + column] & 0xff : 0;
    }
  }

  private static void noise(GrayF32 image, double deviation, Chance chance) {
    for (int i = 0; i < image.data.length; i++) {
      image.data[i] = (float) Math.max(0, image.data[i] + deviation * chance.bell());
    }
  }
}
