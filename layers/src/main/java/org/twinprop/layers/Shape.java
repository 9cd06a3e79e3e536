package org.twinprop.layers;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The shape of one example, the batch dimension left out: {@code 1x28x28} is an image of one
 * channel.
 */
public final class Shape {
  private static final Pattern TEXT = Pattern.compile("[1-9][0-9]{0,8}(x[1-9][0-9]{0,8})*");

  private final long[] sizes;
  private final long length;

  private Shape(long[] sizes) {
    this.sizes = sizes;
    try {
      length = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a shape of " + Arrays.toString(sizes) + " has more entries than can be counted", e);
    }
  }

  /**
   * @param sizes each at least 1: features (D), steps and features (T, D), or channels, height and
   *     width (C, H, W)
   * @throws IllegalArgumentException if a size is below 1, or their product above 2^63
   */
  public static Shape of(long... sizes) {
    for (long size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException(
            "a shape needs sizes of at least 1, but got " + Arrays.toString(sizes));
      }
    }
    return new Shape(sizes.clone());
  }

  /**
   * @param text sizes joined by x, as in {@code 3x32x32}
   * @throws IllegalArgumentException if it is anything else
   */
  public static Shape parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a shape: write sizes joined by x, as in 1x28x28");
    }
    return of(Arrays.stream(text.split("x")).mapToLong(Long::parseLong).toArray());
  }

  /** The shape of one example in a batch: {@code batch} without its first size. */
  public static Shape ofExamplesIn(INDArray batch) {
    long[] all = batch.shape();
    return new Shape(Arrays.copyOfRange(all, 1, all.length));
  }

  public int rank() {
    return sizes.length;
  }

  public long size(int dimension) {
    return sizes[dimension];
  }

  /** The number of entries of one example. */
  public long length() {
    return length;
  }

  public long[] sizes() {
    return sizes.clone();
  }

  /** The sizes of a batch of {@code examples}: {@code [examples, sizes...]}. */
  public long[] ofBatch(long examples) {
    long[] all = new long[sizes.length + 1];
    all[0] = examples;
    System.arraycopy(sizes, 0, all, 1, sizes.length);
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    return String.join("x", Arrays.stream(sizes).mapToObj(Long::toString).toList());
  }
}
