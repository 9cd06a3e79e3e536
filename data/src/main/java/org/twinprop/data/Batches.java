package org.twinprop.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Examples in batches. Two pairs of arrays, one for full batches and one for a smaller last one,
 * are made once and refilled for every batch, so memory does not grow with batches or epochs. For
 * the same reason a batch is valid only until the next is taken, and one {@code Batches} serves one
 * loop at a time.
 */
public final class Batches implements AutoCloseable {
  private final Examples examples;
  private final int batchSize;
  private final Target full;
  private final Target last;

  private record Target(INDArray x, INDArray y) {}

  /**
   * @param examples at least one
   * @param batchSize examples in every batch but perhaps the last; at least 1
   * @param type FLOAT to train, DOUBLE to verify
   * @throws IllegalArgumentException if there are no examples or the batch size is not positive
   */
  public Batches(Examples examples, int batchSize, DataType type) {
    if (examples.size() == 0) {
      throw new IllegalArgumentException(
          "no examples to make batches of: " + examples.description());
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size must be at least 1, got " + batchSize);
    }
    this.examples = examples;
    this.batchSize = Math.min(batchSize, examples.size());
    int rest = examples.size() % this.batchSize;
    this.full = arrays(this.batchSize, type);
    this.last = rest == 0 ? full : arrays(rest, type);
  }

  /** The number of batches in an epoch, a smaller last one included. */
  public int count() {
    return (examples.size() + batchSize - 1) / batchSize;
  }

  /**
   * All examples once, in an order that depends on the seed and the epoch alone.
   *
   * @param seed of the whole run
   * @param epoch number of the epoch, each with another order
   */
  public Iterable<Batch> epoch(long seed, int epoch) {
    return epoch(seed, epoch, 0);
  }

  /**
   * The same without the first batches, which were learned before.
   *
   * @param skipped how many
   */
  public Iterable<Batch> epoch(long seed, int epoch, int skipped) {
    int[] order = IntStream.range(0, examples.size()).toArray();
    shuffle(order, new SplittableRandom(new SplittableRandom(seed).nextLong() + epoch));
    return () -> new Sequence(order, skipped * batchSize);
  }

  /** All examples once, by row number. */
  public Iterable<Batch> inOrder() {
    int[] order = IntStream.range(0, examples.size()).toArray();
    return () -> new Sequence(order, 0);
  }

  /** Frees the arrays; batches that were handed out become invalid. */
  @Override
  public void close() {
    for (INDArray array : new INDArray[] {full.x, full.y, last.x, last.y}) {
      if (!array.wasClosed()) {
        array.close();
      }
    }
  }

  private Target arrays(int rows, DataType type) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return new Target(
          Nd4j.create(type, withRows(rows, examples.inputShape())),
          Nd4j.create(type, withRows(rows, examples.targetShape())));
    }
  }

  private static long[] withRows(int rows, long[] shape) {
    long[] result = new long[shape.length + 1];
    result[0] = rows;
    System.arraycopy(shape, 0, result, 1, shape.length);
    return result;
  }

  /** Fisher and Yates; Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P. */
  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  private final class Sequence implements Iterator<Batch> {
    private final int[] order;
    private int next;

    Sequence(int[] order, int first) {
      this.order = order;
      next = first;
    }

    @Override
    public boolean hasNext() {
      return next < order.length;
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int[] rows = Arrays.copyOfRange(order, next, Math.min(next + batchSize, order.length));
      next += rows.length;
      Target target = rows.length == batchSize ? full : last;
      examples.inputs(rows, target.x);
      examples.targets(rows, target.y);
      return new Batch(target.x, target.y, rows);
    }
  }
}
