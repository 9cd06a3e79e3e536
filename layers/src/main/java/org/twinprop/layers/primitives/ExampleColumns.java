package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Blas.Matrix;

/**
 * The patches of one example at a time, which fit the processor's second cache, where those of a
 * whole batch do not even fit the third.
 *
 * <p>With a vertical stride of 1, what a window's row u sees at output row i is what its row 0 sees
 * at output row i + u dilation. So it is enough to hold what row 0 sees at every row of the padded
 * image: the other rows of the window read the same numbers some rows further on. Then W col is a
 * sum of a product for every row of the window ("band"), over a matrix that is smaller by the
 * window's height. With few channels these products are too thin, and the other rows are copied
 * from those of row 0, long stretches at a time: one band.
 *
 * <p>Below the patches stands a row of ones, whose weights are the biases.
 */
final class ExampleColumns implements AutoCloseable {
  private static final int THIN = 16;

  private final Window window;
  private final int channels;
  private final int height;
  private final int width;
  private final boolean rowsAreShared;
  private final int bands;
  private final int heldRows;
  private final int outputWidth;
  private final int places;
  private final Tile image;
  private final Tile held;
  private final Tile gradient;
  private final Tile row;
  private final INDArray memory;
  private final Numbers columns;

  /**
   * @param images [examples, channels, height, width], for the sizes
   */
  ExampleColumns(INDArray images, Window window) {
    this.window = window;
    channels = Math.toIntExact(images.size(1));
    height = Math.toIntExact(images.size(2));
    width = Math.toIntExact(images.size(3));
    int outputHeight = Math.toIntExact(window.outputHeight(height));
    outputWidth = Math.toIntExact(window.outputWidth(width));
    places = outputHeight * outputWidth;
    int kernelWidth = window.kernel().horizontal();
    rowsAreShared = window.stride().vertical() == 1;
    bands = rowsAreShared && channels * kernelWidth >= THIN ? window.kernel().vertical() : 1;
    heldRows = rowsAreShared ? height + 2 * window.pad().vertical() : outputHeight;
    DataType type = images.dataType();
    image = Tile.of(type, channels * height * width);
    held = Tile.of(type, heldLength());
    gradient = Tile.of(type, heldLength());
    row = Tile.of(type, places);
    memory = Nd4j.ones(type, (rows() + 1L) * rowLength());
    columns = Numbers.of(memory);
  }

  int bands() {
    return bands;
  }

  /** Rows of a band, the ones left out. */
  int rows() {
    return channels * run();
  }

  /** Entries of one channel in a band. */
  int run() {
    return window.area() / bands;
  }

  /** Output places of an example. */
  int places() {
    return places;
  }

  /** The band as a matrix, [rows + 1, places]. */
  Matrix band(int u) {
    long shift = bands == 1 ? 0 : (long) u * window.dilation().vertical() * outputWidth;
    return new Matrix(columns.addressOf(shift), rowLength());
  }

  /** Copies the patches of the example whose channels begin at {@code at}, {@code stride} apart. */
  void gather(Numbers images, long at, long stride) {
    for (int c = 0; c < channels; c++) {
      image.load(images, at + c * stride, c * height * width, height * width);
    }
    eachPosition(
        (x, pitch, rows, count, column) ->
            held.copyRows(image, x, pitch, step(), column, outputWidth, rows, count));
    if (isSpread()) {
      eachSpreadRow((column, start) -> held.store(columns, column, start, places));
    } else {
      held.store(columns, 0, 0, heldLength());
    }
  }

  /** Sets what a sum over several bands is added to. */
  void clear() {
    gradient.fill(0, heldLength(), 0);
    gradient.store(columns, 0, 0, heldLength());
  }

  /** The transpose of {@link #gather}: adds up what the columns hold, and writes the example. */
  void scatter(Numbers images, long at, long stride) {
    if (isSpread()) {
      gradient.fill(0, heldLength(), 0);
      eachSpreadRow(
          (column, start) -> {
            row.load(columns, column, 0, places);
            gradient.add(row, 0, start, places);
          });
    } else {
      gradient.load(columns, 0, 0, heldLength());
    }
    image.fill(0, channels * height * width, 0);
    eachPosition(
        (x, pitch, rows, count, column) ->
            image.addRows(gradient, column, outputWidth, x, pitch, step(), rows, count));
    for (int c = 0; c < channels; c++) {
      image.store(images, at + c * stride, c * height * width, height * width);
    }
  }

  @Override
  public void close() {
    memory.close();
  }

  /** What one position in the window sees inside the image: rows of the image, and of columns. */
  @FunctionalInterface
  private interface PositionVisit {
    /**
     * @param x where the first row begins in the image
     * @param pitch from row to row of the image
     * @param rows how many there are
     * @param count of places in each
     * @param column where the first row begins in the columns
     */
    void rows(int x, int pitch, int rows, int count, int column);
  }

  private int step() {
    return window.stride().horizontal();
  }

  private int rowLength() {
    return bands > 1 ? heldRowLength() : places;
  }

  private int heldRowLength() {
    return heldRows * outputWidth;
  }

  private int heldLength() {
    return channels * positions() * heldRowLength();
  }

  /** Positions in the window that are held. */
  private int positions() {
    return rowsAreShared ? window.kernel().horizontal() : window.area();
  }

  /** Whether the columns have rows of their own for every row of the window. */
  private boolean isSpread() {
    return rowsAreShared && bands == 1;
  }

  /** Where a row of the columns begins, and where its numbers begin among those that are held. */
  @FunctionalInterface
  private interface SpreadVisit {
    void row(int column, int held);
  }

  private void eachSpreadRow(SpreadVisit visit) {
    int column = 0;
    for (int c = 0; c < channels; c++) {
      for (int u = 0; u < window.kernel().vertical(); u++) {
        for (int v = 0; v < positions(); v++) {
          int shift = u * window.dilation().vertical() * outputWidth;
          visit.row(column, (c * positions() + v) * heldRowLength() + shift);
          column += places;
        }
      }
    }
  }

  private void eachPosition(PositionVisit visit) {
    int column = 0;
    for (int c = 0; c < channels; c++) {
      for (int position = 0; position < positions(); position++) {
        int top = position / window.kernel().horizontal() * window.dilation().vertical();
        int left = position % window.kernel().horizontal() * window.dilation().horizontal();
        rowsOfPosition(c, top - window.pad().vertical(), left, column, visit);
        column += heldRowLength();
      }
    }
  }

  private void rowsOfPosition(int c, int top, int left, int firstColumn, PositionVisit visit) {
    int offset = left - window.pad().horizontal();
    int before = firstInside(offset, step());
    int count = lastInside(offset, step(), width, outputWidth) - before + 1;
    int down = rowsAreShared ? 1 : window.stride().vertical();
    int above = firstInside(top, down);
    int rows = lastInside(top, down, height, heldRows) - above + 1;
    if (count > 0 && rows > 0) {
      int x = (c * height + top + above * down) * width + offset + before * step();
      visit.rows(x, down * width, rows, count, firstColumn + above * outputWidth + before);
    }
  }

  /** The first place whose entry offset + place step is not before the image. */
  private static int firstInside(int offset, int step) {
    return offset >= 0 ? 0 : (-offset + step - 1) / step;
  }

  /** The last of so many places whose entry offset + place step is still in the image. */
  private static int lastInside(int offset, int step, int size, int places) {
    return Math.min(places - 1, Math.floorDiv(size - 1 - offset, step));
  }
}
