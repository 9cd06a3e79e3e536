package org.twinprop.experiments.report;

import java.util.Arrays;

/**
 * How an array lies on a plane: a matrix as it is, a vector as one row, and more dimensions as
 * tiles of the last two, kernels with a row of tiles for each output channel.
 *
 * @param rows of tiles
 * @param columns of tiles
 * @param height of a tile
 * @param width of a tile
 */
public record Tiles(int rows, int columns, int height, int width) {
  public static Tiles of(long[] shape) {
    int[] sizes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    int rank = sizes.length;
    if (rank < 2) {
      return new Tiles(1, 1, 1, rank == 0 ? 1 : sizes[0]);
    }
    int tiles = Arrays.stream(sizes, 0, rank - 2).reduce(1, (a, b) -> a * b);
    int columns = rank == 4 && sizes[1] > 1 ? sizes[1] : (int) Math.ceil(Math.sqrt(tiles));
    return new Tiles((tiles + columns - 1) / columns, columns, sizes[rank - 2], sizes[rank - 1]);
  }

  public boolean several() {
    return rows * columns > 1;
  }

  /** Entries from the left to the right. */
  public int totalWidth() {
    return columns * width;
  }

  /** Entries from the top to the bottom. */
  public int totalHeight() {
    return rows * height;
  }

  /** The place of the i-th entry from the left. */
  public int x(int i) {
    return i / (height * width) % columns * width + i % width;
  }

  /** The place of the i-th entry from the top. */
  public int y(int i) {
    return i / (height * width) / columns * height + i / width % height;
  }
}
