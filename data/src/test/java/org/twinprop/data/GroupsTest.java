package org.twinprop.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class GroupsTest {
  private static final int PIXELS = 28 * 28;

  @ParameterizedTest
  @ValueSource(longs = {1, 20})
  void groupsStayWithTheirExamplesThroughShufflingSplittingAndBatching(long seed)
      throws IOException {
    Map<String, String> groupsOfImage = readWithoutTheCodeUnderTest(RealData.mnist());
    Examples train = RealData.digits().train();
    Examples shuffled = train.select(permutation(train.size(), seed));
    Split split = Splits.byGroup(shuffled, "writer", 0.2, seed);

    int compared = 0;
    for (Examples part : List.of(split.kept(), split.heldOut())) {
      try (Batches batches = new Batches(part, 100, DataType.FLOAT)) {
        for (Batch batch : batches.epoch(seed, 1)) {
          List<String> checksums = Images.checksums(batch.x());
          for (int i = 0; i < batch.rows().length; i++) {
            assertEquals(groupsOfImage.get(checksums.get(i)), groups(part, batch.rows()[i]));
            compared++;
          }
        }
      }
    }
    assertEquals(60_000, compared);
  }

  /** From the checksum of each image to what QMNIST's table says in the same row. */
  private static Map<String, String> readWithoutTheCodeUnderTest(Path folder) throws IOException {
    byte[] images = RawIdx.unpack(folder.resolve("train-images-idx3-ubyte.gz"));
    ByteBuffer writers =
        ByteBuffer.wrap(RawIdx.unpack(folder.resolve("qmnist-train-labels-idx2-int.gz")));
    Map<String, String> groups = new HashMap<>();
    for (int row = 0; row < 60_000; row++) {
      byte[] image = Arrays.copyOfRange(images, 16 + row * PIXELS, 16 + (row + 1) * PIXELS);
      int line = 12 + row * 32;
      int series = writers.getInt(line + 4);
      String population = series == 4 ? "high-school students" : "Census Bureau employees";
      groups.put(
          Images.checksum(image),
          "%d, %s, hsf%d-f%04d"
              .formatted(writers.getInt(line), population, series, writers.getInt(line + 8)));
    }
    assertEquals(60_000, groups.size(), "every image is different");
    return groups;
  }

  private static String groups(Examples examples, int row) {
    return "%d, %s, %s"
        .formatted(
            examples.classOf(row),
            examples.group("population", row),
            examples.group("writer", row));
  }

  private static int[] permutation(int size, long seed) {
    return new SplittableRandom(seed).ints(0, size).distinct().limit(size).toArray();
  }

  @Test
  void aColumnListsItsGroupsInOrderOfAppearance() {
    GroupColumn column = GroupColumn.of("city", List.of("Turin", "Oslo", "Turin", "Lima"));
    assertEquals(List.of("Turin", "Oslo", "Lima"), column.groups());
    assertEquals("Turin", column.group(2));
    assertEquals(4, column.size());
    assertThrows(
        NullPointerException.class, () -> GroupColumn.of("city", Arrays.asList("Turin", null)));
  }

  @Test
  void columnsOfAnotherLengthAreRefused() {
    GroupColumn short1 = GroupColumn.of("writer", List.of("w1"));
    ByteBuffer pixels = ByteBuffer.allocate(2 * 9);
    assertThrows(
        IllegalArgumentException.class,
        () -> new DigitExamples("two", pixels, 3, 3, new byte[] {1, 2}, List.of(short1)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new DigitExamples("two", ByteBuffer.allocate(17), 3, 3, new byte[] {1, 2}, List.of()));
  }

  @Test
  void rowsThatDoNotExistAreRefused() {
    Examples digits = GeneratedDigits.of(4, 2);
    assertThrows(IndexOutOfBoundsException.class, () -> digits.select(new int[] {4}));
    assertThrows(IndexOutOfBoundsException.class, () -> digits.select(new int[] {-1}));
    assertThrows(IndexOutOfBoundsException.class, () -> Images.checksum(digits, 4));
  }
}
