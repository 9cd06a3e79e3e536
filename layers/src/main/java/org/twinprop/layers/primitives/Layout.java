package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How batches lie in memory. Every layer sees images as [examples, channels, height, width]; in
 * memory they mostly lie channel by channel, because then a channel of the whole batch is one row
 * of a matrix. Going from one to the other is a change of view that copies nothing.
 */
public final class Layout {
  private static final int[] SWAP_FIRST_TWO = {1, 0, 2, 3};

  private Layout() {}

  /** The view [examples, channels, height, width] of [channels, examples, height, width]. */
  public static INDArray byExample(INDArray channelsFirst) {
    return channelsFirst.permute(SWAP_FIRST_TWO);
  }

  /** The view [channels, examples, height, width] of [examples, channels, height, width]. */
  public static INDArray byChannel(INDArray images) {
    return images.permute(SWAP_FIRST_TWO);
  }

  /**
   * A view of the same numbers in the order in which they lie in memory, for operations to which
   * the order does not matter. Two arrays with equal strides keep their entries side by side.
   */
  public static INDArray inMemoryOrder(INDArray x) {
    if (x.rank() != 4 || isRowMajor(x)) {
      return x;
    }
    INDArray swapped = byChannel(x);
    return isRowMajor(swapped) ? swapped : x;
  }

  /** A new array of zeros with the shape of {@code other} that lies in memory as it does. */
  public static INDArray createLike(INDArray other, DataType type) {
    if (other.rank() == 4 && !isRowMajor(other)) {
      long[] s = other.shape();
      return byExample(Nd4j.create(type, new long[] {s[1], s[0], s[2], s[3]}, 'c'));
    }
    return Nd4j.create(type, other.shape(), 'c');
  }

  /** A batch as a matrix: a row for every example, or for every step of every sequence. */
  public static INDArray rows(INDArray batch) {
    return batch.rank() == 2
        ? batch
        : batch.reshape('c', batch.size(0) * batch.size(1), batch.size(2));
  }

  /** Whether the entries lie in memory row by row without gaps. */
  public static boolean isRowMajor(INDArray x) {
    long expected = 1;
    for (int d = x.rank() - 1; d >= 0; d--) {
      if (x.size(d) != 1 && x.stride(d) != expected) {
        return false;
      }
      expected *= x.size(d);
    }
    return true;
  }
}
