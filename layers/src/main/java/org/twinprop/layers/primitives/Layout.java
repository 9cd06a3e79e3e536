package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How batches lie in memory. Every layer sees images as [examples, channels, height, width]. Where
 * a convolution goes example by example they lie so too; where it is one product of the whole batch
 * they lie channel by channel, because then a channel of the batch is one row of a matrix. Going
 * from one to the other is a change of view that copies nothing.
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
   * the order does not matter. Two arrays that both lie row by row, or both channel by channel,
   * keep their entries side by side.
   */
  public static INDArray inMemoryOrder(INDArray x) {
    return liesByChannel(x) ? byChannel(x) : x;
  }

  /** Whether entries of equal index are side by side when both are in {@link #inMemoryOrder}. */
  public static boolean alike(INDArray a, INDArray b) {
    return liesByChannel(a) == liesByChannel(b);
  }

  private static boolean liesByChannel(INDArray x) {
    return isChannelMajor(x) && !isRowMajor(x);
  }

  /** A batch as a matrix: a row for every example, or for every step of every sequence. */
  public static INDArray rows(INDArray batch) {
    return batch.rank() == 2
        ? batch
        : batch.reshape('c', batch.size(0) * batch.size(1), batch.size(2));
  }

  /** Whether the entries lie in memory row by row without gaps. */
  public static boolean isRowMajor(INDArray x) {
    return liesInOrder(x, false);
  }

  /** Whether these are images whose entries lie in memory channel by channel without gaps. */
  public static boolean isChannelMajor(INDArray x) {
    return x.rank() == 4 && liesInOrder(x, true);
  }

  /** Asked of every array in every step, and so without making a view. */
  private static boolean liesInOrder(INDArray x, boolean firstTwoSwapped) {
    long[] sizes = x.shape();
    long[] strides = x.stride();
    long expected = 1;
    for (int i = sizes.length - 1; i >= 0; i--) {
      int d = firstTwoSwapped && i < 2 ? 1 - i : i;
      if (sizes[d] != 1 && strides[d] != expected) {
        return false;
      }
      expected *= sizes[d];
    }
    return true;
  }
}
