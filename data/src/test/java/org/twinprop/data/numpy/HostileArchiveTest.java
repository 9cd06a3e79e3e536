package org.twinprop.data.numpy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.BadInput;

/** Archives that are damaged, or made to do harm. */
class HostileArchiveTest {
  private static final String TWO_FLOATS =
      "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";

  @TempDir Path folder;

  @Test
  void pickledObjectsAreNeverUnpickled() {
    assertRefused(NumpyArchiveTest.resource("pickled.npz"), "array 'weights'", "pickled Python");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          {'descr': '<c8', 'fortran_order': False, 'shape': (1,)} => has the type '<c8'
          {'descr': '<U2', 'fortran_order': False, 'shape': (1,)} => has the type '<U2'
          {'descr': '|V8', 'fortran_order': False, 'shape': (1,)} => has the type '|V8'
          {'descr': '<m8', 'fortran_order': False, 'shape': (1,)} => has the type '<m8'
          {'descr': '<f16', 'fortran_order': False, 'shape': (1,)} => has the type '<f16'
          {'descr': '|f4', 'fortran_order': False, 'shape': (2,)} => has the type '|f4'
          {'descr': 'f4', 'fortran_order': False, 'shape': (2,)} => has the type 'f4'
          {'descr': '', 'fortran_order': False, 'shape': (2,)} => has the type ''
          {'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,)} => has '[' at character 10
          {'descr': '<f4', 'fortran_order': False} => whose keys are
          {'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'x': ()} => whose keys are
          {'descr': '<f4', 'descr': '<f4', 'shape': (2,)} => the key 'descr' twice
          {'descr': '<f4', 'fortran_order': 'no', 'shape': (2,)} => neither True nor False
          {'descr': '<f4', 'fortran_order': False, 'shape': '2'} => no tuple
          {'descr': '<f4', 'fortran_order': False, 'shape': (2)} => has ')' at
          {'descr': '<f4', 'fortran_order': False, 'shape': (-2,)} => has '-' at
          {'descr': '<f4', 'fortran_order': False, 'shape': (1+1,)} => has '+' at
          {'descr': '<f4', 'fortran_order': False, 'shape': (,)} => has ',' at
          {'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)} => over 2^63
          {'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)} => over 2^63
          {'descr': '<f4', 'fortran_order': False, 'shape': (2,) => has the end at
          {'descr': '<f4', 'fortran_order': False, 'shape': (2,)} + 1 => has '+' at
          {'descr': '<f4 => without an end
          {'descr': '\\x3cf4', 'fortran_order': False, 'shape': (2,)} => an escape
          __import__('os').system('true') => has '_' at character 0
          """,
      quoteCharacter = '`')
  void headersThatAreNotPlainArraysOfNumbersAreRefused(String header, String problem)
      throws IOException {
    assertRefused(archive("x.npy", array(header, 8)), "array 'x'", problem);
  }

  @Test
  void anArrayWithTooManyAxesIsRefused() throws IOException {
    String header = TWO_FLOATS.replace("(2,)", "(" + "1, ".repeat(33) + ")");
    assertRefused(archive("x.npy", array(header, 4)), "array 'x'", "33 axes");
  }

  @Test
  void anEmptyArrayMayHaveHugeNeighbours() throws IOException {
    String header = TWO_FLOATS.replace("(2,)", "(4294967296, 4294967296, 0)");
    Path file = archive("x.npy", array(header, 0));
    assertEquals(0, NumpyArchive.read(file).get("x").length());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 7, 9, 12})
  void moreOrFewerBytesThanTheShapeNeedsAreRefused(int bytes) throws IOException {
    assertRefused(
        archive("x.npy", array(TWO_FLOATS, bytes)), "array 'x'", "claims the shape (2,), 8 bytes");
  }

  @Test
  void moreElementsThanMemoryAreRefusedBeforeMemoryIsTaken() throws IOException {
    String header = TWO_FLOATS.replace("(2,)", "(17179869184,)");
    assertRefused(archive("x.npy", array(header, 1000)), "array 'x'", "claims the shape");
  }

  @Test
  void honestZerosBeyondTheMemoryLimitAreRefused() throws IOException {
    long elements = 3_000_000;
    String header = TWO_FLOATS.replace("<f4", "|i1").replace("(2,)", "(" + elements + ",)");
    Path file = folder.resolve("bomb.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : new String[] {"a", "b"}) {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(array(header, 0));
        zeros(zip, elements);
        zip.closeEntry();
      }
    }
    assertTrue(Files.size(file) < elements / 100, "it is a bomb");
    assertRefused("array 'b'", "there is room for 20,000,000", () -> readWithin(20_000_000, file));
    assertEquals(2, readWithin(24_000_000, file).size());
  }

  private static Map<String, INDArray> readWithin(long memory, Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ArchiveLimits limits = new ArchiveLimits(Files.size(file), memory);
      return new ArchiveReader(file, zip, limits, true).read().arrays();
    }
  }

  @Test
  void sizesThatCompressionCannotReachAreRefused() throws IOException {
    Path file = archive("x.npy", array(TWO_FLOATS, 8));
    byte[] bytes = Files.readAllBytes(file);
    int directory = find(bytes, "PK\1\2");
    little(bytes).putInt(directory + 24, 1 << 30);
    Files.write(file, bytes);
    assertRefused(file, "array 'x'", "more than the file can hold");
  }

  @Test
  void entriesThatShareTheirBytesAreRefused() throws IOException {
    Path file = folder.resolve("shared.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(0);
      entry(zip, "x.npy", array(TWO_FLOATS.replace("2", "1000"), 4000));
      entry(zip, "y.npy", array(TWO_FLOATS, 8));
    }
    byte[] bytes = Files.readAllBytes(file);
    int first = find(bytes, "PK\1\2");
    int second = find(bytes, "PK\1\2", first + 4);
    System.arraycopy(bytes, first + 10, bytes, second + 10, 18);
    little(bytes).putInt(second + 42, little(bytes).getInt(first + 42));
    Files.write(file, bytes);
    assertRefused(file, "array 'y'", "more than the file can hold");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFlippedBitIsFound(boolean compressed) throws IOException {
    Path file = folder.resolve("flipped.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(compressed ? 9 : 0);
      entry(zip, "x.npy", array(TWO_FLOATS.replace("2", "1000"), 4000));
    }
    byte[] bytes = Files.readAllBytes(file);
    int element = find(bytes, "PK\7\10") - 6;
    bytes[element] ^= 4;
    Files.write(file, bytes);
    assertRefused(file, "array 'x'", "damaged");
  }

  @Test
  void everyTruncationIsOneClearLine() throws IOException {
    byte[] whole = Files.readAllBytes(NumpyArchiveTest.resource("versions.npz"));
    for (int length = 0; length < whole.length; length++) {
      Path file = folder.resolve("truncated.npz");
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(file, "truncated.npz", "npz");
    }
  }

  @Test
  void anyByteChangedIsReadOrRefusedInOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(NumpyArchiveTest.resource("versions.npz"));
    Path file = folder.resolve("changed.npz");
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) 0x55;
      Files.write(file, changed);
      try {
        NumpyArchive.read(file).values().forEach(array -> assertEquals(6, array.length()));
      } catch (BadInput bad) {
        assertOneLine(bad);
      }
    }
  }

  @Test
  void encryptedEntriesAreRefused() throws IOException {
    Path file = archive("x.npy", array(TWO_FLOATS, 8));
    byte[] bytes = Files.readAllBytes(file);
    bytes[find(bytes, "PK\3\4") + 6] |= 1;
    bytes[find(bytes, "PK\1\2") + 8] |= 1;
    Files.write(file, bytes);
    assertRefused(file, file.toString(), "encrypted");
  }

  @Test
  void aNameThatIsThereTwiceIsRefused() throws IOException {
    Path file = folder.resolve("twice.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "x.npy", array(TWO_FLOATS, 8));
      entry(zip, "y.npy", array(TWO_FLOATS, 8));
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[find(bytes, "y.npy")] = 'x';
    bytes[find(bytes, "y.npy")] = 'x';
    Files.write(file, bytes);
    assertRefused(file, "array 'x'", "there twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"readme.txt", "folder/", "x.NPY"})
  void entriesThatAreNoArraysAreRefused(String name) throws IOException {
    assertRefused(archive(name, new byte[0]), "holds '" + name + "'", "no .npy array");
  }

  @Test
  void entriesWithoutTheMagicStringAreRefused() throws IOException {
    assertRefused(
        archive("x.npy", "\u0080\3not numpy".getBytes(StandardCharsets.ISO_8859_1)),
        "array 'x'",
        "magic");
  }

  @Test
  void unknownVersionsOfTheFormatAreRefused() throws IOException {
    byte[] array = array(TWO_FLOATS, 8);
    array[6] = 4;
    assertRefused(archive("x.npy", array), "array 'x'", "version 4.0");
  }

  @Test
  void aSingleArrayIsToldApartFromAnArchive() throws IOException {
    Path file = Files.write(folder.resolve("x.npy"), array(TWO_FLOATS, 8));
    assertRefused(file, file.toString(), "single .npy array");
  }

  @Test
  void missingFilesAndFoldersAreOneClearLine() {
    assertRefused(folder.resolve("none.npz"), "none.npz", "there is no such file");
    assertRefused(folder, folder.toString(), "is a folder");
  }

  @Test
  void unsignedNumbersBeyondTheLargestLongAreRefused() throws IOException {
    byte[] array = array(TWO_FLOATS.replace("<f4", "<u8").replace("2", "1"), 8);
    array[array.length - 1] = (byte) 0x80;
    assertRefused(archive("x.npy", array), "array 'x'", "over 2^63 - 1");
  }

  private static void assertRefused(Path file, String where, String problem) {
    assertRefused(where, problem, () -> NumpyArchive.read(file));
  }

  private static void assertRefused(String where, String problem, Executable reading) {
    BadInput bad = assertThrows(BadInput.class, reading);
    assertTrue(bad.getMessage().contains(where), bad.getMessage());
    assertTrue(bad.getMessage().contains(problem), bad.getMessage());
    assertOneLine(bad);
  }

  @Test
  void namesCannotBreakOutOfTheirLine() throws IOException {
    Path file = archive("x\n\u001b[31m".repeat(1000) + ".npy", array("{}", 0));
    assertRefused(file, "array 'x??[31mx??[31m", "...' has a header whose keys");
  }

  private static void assertOneLine(BadInput bad) {
    assertEquals(1, bad.getMessage().lines().count(), bad.getMessage());
  }

  /** An array of version 1.0 with the given header, before {@code bytes} arbitrary ones. */
  private static byte[] array(String header, int bytes) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer array = ByteBuffer.allocate(10 + text.length + bytes);
    array.order(ByteOrder.LITTLE_ENDIAN).put(NpyHeaderReader.MAGIC).put((byte) 1).put((byte) 0);
    array.putShort((short) text.length).put(text);
    for (int i = 0; i < bytes; i++) {
      array.put((byte) (i * i % 61));
    }
    return array.array();
  }

  private Path archive(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, name, content);
    }
    return Files.write(folder.resolve("hostile.npz"), bytes.toByteArray());
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static void zeros(OutputStream out, long count) throws IOException {
    byte[] zeros = new byte[1 << 16];
    for (long left = count; left > 0; left -= zeros.length) {
      out.write(zeros, 0, (int) Math.min(left, zeros.length));
    }
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int find(byte[] bytes, String signature) {
    return find(bytes, signature, 0);
  }

  private static int find(byte[] bytes, String signature, int from) {
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(signature, from);
    assertTrue(at >= 0, "no " + signature);
    return at;
  }
}
