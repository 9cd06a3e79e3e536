package org.twinprop.data.numpy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.twinprop.data.BadInput;

class NumpyArchiveTest {
  @TempDir Path folder;

  static Path resource(String name) {
    try {
      return Path.of(NumpyArchiveTest.class.getResource("/numpy/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"numpy-1.26.npz", "numpy-2.4.npz"})
  void readsEveryTypeThatNumpyWrites(String archive) {
    Map<String, INDArray> arrays = NumpyArchive.read(resource(archive));

    INDArray quarters =
        Nd4j.create(new float[] {0, 0.25f, 0.5f, 0.75f, 1, 1.25f}, new long[] {2, 3}, 'c');
    assertEquals(quarters, arrays.get("float32"));
    assertEquals(quarters, arrays.get("big_endian_float32"));
    double[] thirds = {0, 1 / 3.0, 2 / 3.0, 3 / 3.0, 4 / 3.0, 5 / 3.0};
    assertArrayEquals(thirds, arrays.get("float64").data().asDouble());
    float[] halves = {0, -0.5f, 65504, 0x1p-24f, Float.POSITIVE_INFINITY, Float.NaN};
    assertArrayEquals(halves, arrays.get("float16").data().asFloat());
    double[] notFinite = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    assertArrayEquals(notFinite, arrays.get("not_finite").data().asDouble());
    assertInts(arrays.get("bool"), 1, 0, 1, 0, 1, 0);
    assertInts(arrays.get("int8"), -128, -1, 127);
    assertInts(arrays.get("uint8"), 0, 1, 255);
    assertInts(arrays.get("int16"), -32768, -1, 32767);
    assertInts(arrays.get("uint16"), 0, 1, 65535);
    assertInts(arrays.get("int32"), Integer.MIN_VALUE, -1, Integer.MAX_VALUE);
    assertLongs(arrays.get("uint32"), 0, 1, (1L << 32) - 1);
    assertLongs(arrays.get("int64"), Long.MIN_VALUE, -1, Long.MAX_VALUE);
    assertLongs(arrays.get("uint64"), 0, 1, Long.MAX_VALUE);
    long start = -(1L << 40);
    assertLongs(
        arrays.get("big_endian_int64"),
        start,
        start + 1,
        start + 2,
        start + 3,
        start + 4,
        start + 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"numpy-1.26.npz", "numpy-2.4.npz"})
  void readsEveryShapeThatNumpyWrites(String archive) {
    Map<String, INDArray> arrays = NumpyArchive.read(resource(archive));

    assertEquals(Nd4j.arange(24).castTo(DataType.DOUBLE).reshape(2, 3, 4), arrays.get("fortran"));
    assertEquals('c', arrays.get("fortran").ordering());
    assertEquals(Nd4j.scalar(2.5f), arrays.get("scalar"));
    assertEquals(0, arrays.get("scalar").rank());
    assertEquals(Nd4j.scalar(-7L), arrays.get("scalar_int"));
    assertArrayEquals(new long[] {0, 3}, arrays.get("empty").shape());
    assertEquals(19, arrays.size());
  }

  @Test
  void readsEveryVersionOfTheFormat() {
    Map<String, INDArray> arrays = NumpyArchive.read(resource("versions.npz"));

    assertEquals(List.of("version1", "version2", "version3"), List.copyOf(arrays.keySet()));
    assertEquals(arrays.get("version1"), arrays.get("version2"));
    assertEquals(arrays.get("version1"), arrays.get("version3"));
  }

  @Test
  void readsTheRecordsOfArchivesOver4GiB() {
    INDArray expected = NumpyArchive.read(resource("versions.npz")).get("version1");
    assertEquals(expected, NumpyArchive.read(resource("zip64.npz")).get("float32"));
  }

  @Test
  void whatIsWrittenIsReadBackInOrder() {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    arrays.put("W1", Nd4j.rand(DataType.FLOAT, 5, 7));
    arrays.put("b1", Nd4j.rand(DataType.DOUBLE, 3));
    arrays.put("a/long name, ünïcode", Nd4j.createFromArray(1, -2, Integer.MAX_VALUE));
    arrays.put("steps", Nd4j.scalar(Long.MIN_VALUE));
    arrays.put("loss", Nd4j.scalar(DataType.DOUBLE, Math.PI));
    arrays.put("nothing", Nd4j.create(DataType.FLOAT, 0, 4));
    arrays.put("many", Nd4j.arange(70_000).castTo(DataType.INT64).reshape(7, 100, 100));
    Path file = folder.resolve("model.npz");

    NumpyArchive.write(file, arrays);
    Map<String, INDArray> back = NumpyArchive.read(file);

    assertEquals(List.copyOf(arrays.keySet()), List.copyOf(back.keySet()));
    arrays.forEach(
        (name, array) -> {
          assertEquals(array.dataType(), back.get(name).dataType(), name);
          assertArrayEquals(array.shape(), back.get(name).shape(), name);
          assertEquals(array, back.get(name), name);
        });
  }

  @Test
  void viewsAndOtherLayoutsAreWrittenAsTheyLook() {
    INDArray whole = Nd4j.arange(24).castTo(DataType.FLOAT).reshape(4, 6);
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    arrays.put("columns", whole.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 2, 6)));
    arrays.put("row", whole.getRow(2));
    arrays.put("transposed", whole.transpose());
    arrays.put("fortran", whole.dup('f'));
    Path file = folder.resolve("views.npz");

    NumpyArchive.write(file, arrays);
    Map<String, INDArray> back = NumpyArchive.read(file);

    arrays.forEach((name, array) -> assertEquals(array, back.get(name), name));
    assertArrayEquals(
        new float[] {1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23},
        back.get("columns").data().asFloat());
  }

  @Test
  void theSameArraysGiveTheSameBytes() throws IOException {
    Map<String, INDArray> arrays = Map.of("W1", Nd4j.linspace(0, 1, 100, DataType.FLOAT));
    Path first = folder.resolve("first.npz");
    Path second = folder.resolve("second.npz");

    NumpyArchive.write(first, arrays);
    NumpyArchive.write(second, arrays);

    assertEquals(-1, Files.mismatch(first, second));
  }

  @Test
  void elementsBeginAtAMultipleOf64BytesOfTheArrayAsNumpyAlignsThem() throws IOException {
    Path file = folder.resolve("aligned.npz");
    NumpyArchive.write(file, Map.of("W1", Nd4j.createFromArray(1f, 2f)));

    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    int array = bytes.indexOf("\u0093NUMPY");
    int elements = bytes.indexOf('\n', array) + 1;
    assertEquals(0, (elements - array) % 64);
    assertEquals(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }",
        bytes.substring(array + 10, elements).strip());
  }

  @Test
  void anOlderFileIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("model.npz");
    NumpyArchive.write(file, Map.of("old", Nd4j.scalar(1f)));
    NumpyArchive.write(file, Map.of("new", Nd4j.scalar(2f)));

    assertEquals(Set.of("new"), NumpyArchive.read(file).keySet());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void anEmptyArchiveIsWrittenAndRead() {
    Path file = folder.resolve("empty.npz");
    NumpyArchive.write(file, Map.of());
    assertTrue(NumpyArchive.read(file).isEmpty());
  }

  @Test
  void aFolderThatIsNotThereIsOneClearLine() {
    Path file = folder.resolve("missing").resolve("model.npz");
    BadInput bad =
        assertThrows(BadInput.class, () -> NumpyArchive.write(file, Map.of("W1", Nd4j.scalar(1f))));
    assertTrue(bad.getMessage().startsWith(file + ": cannot be written"), bad.getMessage());
  }

  @Test
  void typesThatNumpyCannotReadBackAreRefused() {
    Path file = folder.resolve("bad.npz");
    Map<String, INDArray> arrays = Map.of("W1", Nd4j.zeros(DataType.BFLOAT16, 2));
    assertThrows(IllegalArgumentException.class, () -> NumpyArchive.write(file, arrays));
    assertTrue(Files.notExists(file));
  }

  private static void assertInts(INDArray array, int... expected) {
    assertEquals(DataType.INT32, array.dataType());
    assertArrayEquals(expected, array.data().asInt());
  }

  private static void assertLongs(INDArray array, long... expected) {
    assertEquals(DataType.INT64, array.dataType());
    assertArrayEquals(expected, array.data().asLong());
  }
}
