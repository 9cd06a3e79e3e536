package org.twinprop.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.idx.IdxDigits;
import org.twinprop.data.idx.IdxRecordReader;
import org.twinprop.data.idx.QmnistWriters;

/**
 * Images of the digits 0 to 9, one byte a pixel, 0 paper and 255 ink. The bytes stay where they are
 * (in memory or mapped from a file) and become floating-point numbers only when a batch is filled.
 */
public final class DigitExamples implements Examples {
  /** The digits. */
  public static final List<String> CLASS_NAMES =
      IntStream.range(0, 10).mapToObj(String::valueOf).toList();

  private static final double[] INTENSITY =
      IntStream.range(0, 256).mapToDouble(b -> b / 255.0).toArray();

  private final String description;
  private final ByteBuffer pixels;
  private final int height;
  private final int width;
  private final byte[] classes;
  private final List<String> classNames;
  private final List<GroupColumn> groups;

  /**
   * @param description what these digits are and where they come from
   * @param pixels image after image, row after row from its position 0 on; must not change any more
   * @param height of each image, in pixels
   * @param width of each image, in pixels
   * @param classes the digit of each image, 0 to 9
   * @param groups one row for each image; a column "digit" is added here
   * @throws IllegalArgumentException if the parts do not have the same number of rows
   */
  public DigitExamples(
      String description,
      ByteBuffer pixels,
      int height,
      int width,
      byte[] classes,
      List<GroupColumn> groups) {
    this(description, pixels, height, width, classes, CLASS_NAMES, groups);
  }

  /**
   * Images some of which may show no digit.
   *
   * @param classNames of 0 to 9, and of what else there may be to see
   * @throws IllegalArgumentException if the parts do not have the same number of rows
   */
  public DigitExamples(
      String description,
      ByteBuffer pixels,
      int height,
      int width,
      byte[] classes,
      List<String> classNames,
      List<GroupColumn> groups) {
    this.description = description;
    this.pixels = pixels.asReadOnlyBuffer();
    this.height = height;
    this.width = width;
    this.classes = classes.clone();
    this.classNames = List.copyOf(classNames);
    this.groups = new ArrayList<>(groups);
    this.groups.add(
        GroupColumn.of(
            "digit",
            IntStream.range(0, classes.length).mapToObj(i -> classNames.get(classes[i])).toList()));
    requireEqualCounts();
  }

  /**
   * The digits that a record reader has opened and checked, with population and writer if it was
   * given the writers' file.
   *
   * @param description what these digits are
   * @param reader initialized
   */
  public static DigitExamples from(String description, IdxRecordReader reader) {
    IdxDigits digits = reader.digits();
    List<GroupColumn> groups =
        digits.writers().map(writers -> columns(writers, digits.size())).orElse(List.of());
    return new DigitExamples(
        description, digits.pixels(), digits.height(), digits.width(), digits.classes(), groups);
  }

  private static List<GroupColumn> columns(QmnistWriters writers, int size) {
    return List.of(
        GroupColumn.of(
            "population", IntStream.range(0, size).mapToObj(writers::population).toList()),
        GroupColumn.of("writer", IntStream.range(0, size).mapToObj(writers::writer).toList()));
  }

  private void requireEqualCounts() {
    if (pixels.limit() != (long) classes.length * height * width
        || groups.stream().anyMatch(column -> column.size() != classes.length)) {
      throw new IllegalArgumentException(
          "%d classes need as many images of %d x %d and group rows; got %d pixels and group rows %s"
              .formatted(
                  classes.length,
                  height,
                  width,
                  pixels.limit(),
                  groups.stream().map(GroupColumn::size).toList()));
    }
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public int size() {
    return classes.length;
  }

  @Override
  public long[] inputShape() {
    return new long[] {1, height, width};
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public void inputs(int[] rows, INDArray into) {
    byte[] bytes = new byte[height * width];
    ArrayFill.fill(
        into,
        rows.length,
        inputShape(),
        (position, values) -> {
          copyImage(rows[position], bytes);
          for (int i = 0; i < bytes.length; i++) {
            values[i] = INTENSITY[bytes[i] & 0xff];
          }
        });
  }

  @Override
  public int classOf(int row) {
    return classes[row];
  }

  @Override
  public List<String> groupColumns() {
    return groups.stream().map(GroupColumn::name).toList();
  }

  @Override
  public String group(String column, int row) {
    return GroupColumn.named(column, groups, description).group(row);
  }

  /**
   * The pixels of one image, e.g. to draw it: row after row from the top, 0 paper and 255 (-1 as a
   * byte) ink.
   */
  public byte[] image(int row) {
    byte[] bytes = new byte[height * width];
    copyImage(row, bytes);
    return bytes;
  }

  private void copyImage(int row, byte[] bytes) {
    pixels.get(Objects.checkIndex(row, classes.length) * bytes.length, bytes);
  }
}
