package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * A stretch of numbers in a Java array: the compiler turns loops over it into vector instructions,
 * which it does not over memory outside the heap. A loop over a long array copies a stretch that
 * fits the processor's first cache, computes, and copies back: five times as fast as going by the
 * entry.
 */
interface Tile {
  /** Numbers in a stretch, of long arrays: 8 KiB in float32. */
  int SIZE = 2048;

  static Tile of(DataType type, int size) {
    return type == DataType.FLOAT ? new FloatTile(size) : new DoubleTile(size);
  }

  /** this[offset + i] = from[at + i] for i below count. */
  void load(Numbers from, long at, int offset, int count);

  /** to[at + i] = this[offset + i] for i below count. */
  void store(Numbers to, long at, int offset, int count);

  /** this[at + i] = value for i below count. */
  void fill(int at, int count, double value);

  /** this[to + i] = from[at + i] for i below count. */
  void copy(Tile from, int at, int to, int count);

  /** this[to + i] += from[at + i] for i below count. */
  void add(Tile from, int at, int to, int count);

  /**
   * A block, row by row: this[to + r toPitch + i] = from[at + r pitch + i step] for r below rows, i
   * below count.
   */
  void copyRows(Tile from, int at, int pitch, int step, int to, int toPitch, int rows, int count);

  /**
   * A block, row by row: this[to + r toPitch + i step] += from[at + r pitch + i] for r below rows,
   * i below count.
   */
  void addRows(Tile from, int at, int pitch, int to, int toPitch, int step, int rows, int count);

  /** this_i -= x_i for i below count. */
  void minus(Tile x, int count);

  /** this_i *= factors_at for i below count. */
  void times(Tile factors, int at, int count);

  /** The sum of this_i x_i for i below count. */
  double dot(Tile x, int count);

  /** this_i = max(0, this_i) for i below count. */
  void relu(int count);

  /** this_i = 0 wherever y_i is not above 0. */
  void clearWhereNotPositive(Tile y, int count);

  /**
   * Running maxima: wherever image[at + i step] is larger than this[to + i], it takes its place,
   * and its index that of winners[first + to + i]. Of equal ones the first stays.
   */
  void larger(Tile image, int at, int step, int to, int[] winners, int first, int count);

  /**
   * The maxima of squares of 2 x 2: this[i] is the largest of image[corners[i]] and the next, and
   * of the two a pitch below, and winners[first + i] its index. Of equal ones the first wins, row
   * by row.
   */
  void largestOfFour(Tile image, int[] corners, int pitch, int[] winners, int first, int count);

  /** this[winners[first + i]] += dy[i] for i below count. */
  void addAt(int[] winners, int first, Tile dy, int count);

  /** Turns logits into probabilities; returns the cross-entropy with y. */
  double softmaxCrossEntropy(Tile y, int count);

  /** One step of Adam, as {@link Primitives#adam} has it; this is theta. */
  void adam(Tile g, Tile m, Tile v, AdamStep step, int count);
}
