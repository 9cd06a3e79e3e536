package org.twinprop.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class BatchesTest {
  private static final int IMAGES_HEADER = 16;
  private static final int LABELS_HEADER = 8;
  private static final int PIXELS = 28 * 28;

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void aBatchHoldsTheBytesOfTheFileDividedBy255AndTheLabelOneHot(DataType type) throws IOException {
    Path folder = RealData.mnist();
    byte[] images = RawIdx.unpack(folder.resolve("t10k-images-idx3-ubyte.gz"));
    byte[] labels = RawIdx.unpack(folder.resolve("t10k-labels-idx1-ubyte.gz"));
    try (Batches batches = new Batches(RealData.digits().test(), 96, type)) {
      for (Batch batch : batches.epoch(5, 1)) {
        double[] x = batch.x().ravel().toDoubleVector();
        double[] y = batch.y().ravel().toDoubleVector();
        for (int i = 0; i < batch.rows().length; i++) {
          int row = batch.rows()[i];
          assertArrayEquals(
              scaled(images, row, type), Arrays.copyOfRange(x, i * PIXELS, (i + 1) * PIXELS));
          assertArrayEquals(
              oneHot(labels[LABELS_HEADER + row]), Arrays.copyOfRange(y, i * 10, (i + 1) * 10));
        }
      }
    }
  }

  private static double[] scaled(byte[] images, int row, DataType type) {
    return IntStream.range(0, PIXELS)
        .map(pixel -> images[IMAGES_HEADER + row * PIXELS + pixel] & 0xff)
        .mapToDouble(value -> type == DataType.FLOAT ? value / 255f : value / 255.0)
        .toArray();
  }

  private static double[] oneHot(int label) {
    return IntStream.range(0, 10).mapToDouble(i -> i == label ? 1 : 0).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 11, 1000})
  void everyExampleComesOnceAnEpochInBatchesOfTheSizeAskedFor(int batchSize) {
    Examples digits = GeneratedDigits.of(10, 4);
    try (Batches batches = new Batches(digits, batchSize, DataType.FLOAT)) {
      int[] sizes = stream(batches.epoch(7, 0)).mapToInt(batch -> batch.rows().length).toArray();
      assertEquals(batches.count(), sizes.length);
      assertEquals((10 + batchSize - 1) / batchSize, sizes.length);
      for (int i = 0; i < sizes.length - 1; i++) {
        assertEquals(batchSize, sizes[i]);
      }
      int[] seen = order(batches.epoch(7, 0));
      assertArrayEquals(IntStream.range(0, 10).toArray(), IntStream.of(seen).sorted().toArray());
      for (Batch batch : batches.inOrder()) {
        assertEquals(batch.rows().length, batch.x().size(0));
        assertEquals(batch.rows().length, batch.y().size(0));
      }
    }
  }

  @Test
  void seedAndEpochAloneDecideTheOrder() {
    Examples digits = GeneratedDigits.of(1000, 4);
    try (Batches one = new Batches(digits, 64, DataType.FLOAT);
        Batches other = new Batches(digits, 10, DataType.DOUBLE)) {
      int[] order = order(one.epoch(11, 3));
      assertArrayEquals(order, order(one.epoch(11, 3)), "the same epoch again");
      assertArrayEquals(order, order(other.epoch(11, 3)), "another batch size");
      assertFalse(Arrays.equals(order, order(one.epoch(11, 4))), "the next epoch");
      assertFalse(Arrays.equals(order, order(one.epoch(12, 3))), "another seed");
      assertFalse(
          Arrays.equals(order(one.epoch(12, 2)), order(one.epoch(11, 3))),
          "seed and epoch swapped by one");
      assertArrayEquals(IntStream.range(0, 1000).toArray(), order(one.inOrder()));
    }
  }

  @Test
  void shufflingLeavesNoPositionInPlaceMoreOftenThanChanceWould() {
    try (Batches batches = new Batches(GeneratedDigits.of(20, 2), 20, DataType.FLOAT)) {
      int[][] count = new int[20][20];
      int epochs = 4000;
      for (int epoch = 0; epoch < epochs; epoch++) {
        int[] order = order(batches.epoch(3, epoch));
        for (int position = 0; position < order.length; position++) {
          count[position][order[position]]++;
        }
      }
      double expected = epochs / 20.0;
      double chiSquared =
          Arrays.stream(count)
              .flatMapToInt(Arrays::stream)
              .mapToDouble(n -> (n - expected) * (n - expected) / expected)
              .sum();
      // 19 * 19 = 361 degrees of freedom: mean 361, standard deviation 27; five of them.
      assertEquals(361, chiSquared, 5 * 27);
    }
  }

  @Test
  void memoryStaysTheSameFromEpochToEpoch() {
    Examples train = RealData.digits().train();
    try (Batches batches = new Batches(train, 64, DataType.FLOAT)) {
      Batch first = batches.epoch(1, 0).iterator().next();
      order(batches.epoch(1, 0));
      long before = Pointer.totalBytes();
      for (int epoch = 1; epoch < 4; epoch++) {
        for (Batch batch : batches.epoch(1, epoch)) {
          if (batch.rows().length == 64) {
            assertSame(first.x(), batch.x());
            assertSame(first.y(), batch.y());
          }
        }
      }
      assertEquals(before, Pointer.totalBytes(), "bytes off the heap");
    }
  }

  @Test
  void closingFreesTheArrays() {
    Batches batches = new Batches(GeneratedDigits.of(5, 4), 2, DataType.FLOAT);
    Batch batch = batches.inOrder().iterator().next();
    batches.close();
    assertEquals(true, batch.x().wasClosed());
    batches.close();
  }

  @Test
  void takingMoreThanThereIsFails() {
    try (Batches batches = new Batches(GeneratedDigits.of(2, 4), 2, DataType.FLOAT)) {
      Iterator<Batch> iterator = batches.inOrder().iterator();
      iterator.next();
      assertThrows(NoSuchElementException.class, iterator::next);
    }
  }

  @Test
  void noExamplesOrNoBatchSizeAreRefused() {
    Examples digits = GeneratedDigits.of(2, 4);
    Examples none = digits.select(new int[0]);
    assertThrows(IllegalArgumentException.class, () -> new Batches(none, 2, DataType.FLOAT));
    assertThrows(IllegalArgumentException.class, () -> new Batches(digits, 0, DataType.FLOAT));
  }

  private static java.util.stream.Stream<Batch> stream(Iterable<Batch> batches) {
    return StreamSupport.stream(batches.spliterator(), false);
  }

  private static int[] order(Iterable<Batch> batches) {
    return stream(batches).flatMapToInt(batch -> IntStream.of(batch.rows())).toArray();
  }
}
