package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Blas.Matrix;

/** One example at a time of a batch of images, copied as a matrix [places, channels]. */
final class TurnedExample implements AutoCloseable {
  private final int channels;
  private final int places;
  private final Tile image;
  private final Tile turned;
  private final INDArray memory;
  private final Numbers numbers;

  TurnedExample(DataType type, int channels, int places) {
    this.channels = channels;
    this.places = places;
    image = Tile.of(type, channels * places);
    turned = Tile.of(type, channels * places);
    memory = Nd4j.zeros(type, (long) channels * places);
    numbers = Numbers.of(memory);
  }

  /** The example whose channels begin at {@code at}, {@code stride} apart. */
  Matrix of(Numbers images, long at, long stride) {
    for (int c = 0; c < channels; c++) {
      image.load(images, at + c * stride, c * places, places);
    }
    turned.copyRows(image, 0, 1, places, 0, channels, places, channels);
    turned.store(numbers, 0, 0, channels * places);
    return new Matrix(numbers.address(), channels);
  }

  @Override
  public void close() {
    memory.close();
  }
}
