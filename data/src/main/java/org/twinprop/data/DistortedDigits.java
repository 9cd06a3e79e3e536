package org.twinprop.data;

import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.pen.Chance;

/**
 * Images of digits, and of each more that show it as another hand might have written it. These are
 * made anew whenever they are asked for, always the same, so that they take no memory.
 *
 * @see Distortion
 */
public final class DistortedDigits implements Examples {
  private final DigitExamples digits;
  private final int copies;
  private final long seed;

  /**
   * @param copies of each, the first of them as it is; row {@code i} shows row {@code i} modulo the
   *     number of digits
   * @param seed same seed, same images
   * @throws IllegalArgumentException if there is not at least one of each
   */
  public DistortedDigits(DigitExamples digits, int copies, long seed) {
    if (copies < 1) {
      throw new IllegalArgumentException("at least 1 copy of each digit is wanted, not " + copies);
    }
    this.digits = digits;
    this.copies = copies;
    this.seed = seed;
  }

  @Override
  public String description() {
    return "%s, %d times as different hands might have written them"
        .formatted(digits.description(), copies);
  }

  @Override
  public int size() {
    return Math.multiplyExact(copies, digits.size());
  }

  @Override
  public long[] inputShape() {
    return digits.inputShape();
  }

  @Override
  public List<String> classNames() {
    return digits.classNames();
  }

  @Override
  public void inputs(int[] rows, INDArray into) {
    int height = (int) inputShape()[1];
    int width = (int) inputShape()[2];
    ArrayFill.fill(
        into,
        rows.length,
        inputShape(),
        (position, values) -> {
          int row = rows[position];
          byte[] image = digits.image(original(row));
          if (row < digits.size()) {
            for (int i = 0; i < image.length; i++) {
              values[i] = (image[i] & 0xff) / 255.0;
            }
          } else {
            Distortion.draw(Chance.of(seed, row)).apply(image, height, width, values);
          }
        });
  }

  private int original(int row) {
    return Objects.checkIndex(row, size()) % digits.size();
  }

  @Override
  public int classOf(int row) {
    return digits.classOf(original(row));
  }

  @Override
  public List<String> groupColumns() {
    return digits.groupColumns();
  }

  @Override
  public String group(String column, int row) {
    return digits.group(column, original(row));
  }
}
