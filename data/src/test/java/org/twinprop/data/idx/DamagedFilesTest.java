package org.twinprop.data.idx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.data.BadInput;
import org.twinprop.data.RawIdx;
import org.twinprop.data.RealData;

/** Each test damages a copy of the real test digits in one way and reads the one line it gets. */
class DamagedFilesTest {
  private static final String IMAGES = "t10k-images-idx3-ubyte.gz";
  private static final String LABELS = "t10k-labels-idx1-ubyte.gz";
  private static final String WRITERS = "qmnist-test-labels-idx2-int.gz";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte.gz";
  private static final String TRAIN_WRITERS = "qmnist-train-labels-idx2-int.gz";

  private static final String REMEDY = "; fetch it again, e.g. with './twinprop data get mnist'";

  private static final String REMEDY_OF_SEVERAL =
      "; name them as they were published, or fetch all again with './twinprop data get mnist'";

  @TempDir Path folder;

  @BeforeEach
  void copyRealFiles() throws IOException {
    for (String file : new String[] {IMAGES, LABELS, WRITERS}) {
      Files.copy(RealData.mnist().resolve(file), folder.resolve(file));
    }
  }

  /** Makes other content out of the content of a file. */
  @FunctionalInterface
  interface Damage {
    byte[] apply(byte[] content) throws IOException;
  }

  static Stream<Arguments> unpackedDamage() {
    return Stream.of(
        arguments(
            "an empty file",
            IMAGES,
            (Damage) b -> new byte[0],
            "the file is empty; a file of images is expected here"),
        arguments(
            "cut within the magic number",
            IMAGES,
            (Damage) b -> Arrays.copyOf(b, 3),
            "the file is truncated within its first 4 bytes; a file of images is expected here"),
        arguments(
            "cut within the header",
            IMAGES,
            (Damage) b -> Arrays.copyOf(b, 10),
            "the file is truncated within its header of 16 bytes"),
        arguments(
            "cut within the labels' header",
            LABELS,
            (Damage) b -> Arrays.copyOf(b, 6),
            "the file is truncated within its header of 8 bytes"),
        arguments(
            "cut within the body",
            IMAGES,
            (Damage) b -> Arrays.copyOf(b, 5_000_000),
            "the header announces images of 10000 x 28 x 28, 7,840,016 bytes with the header, but the file holds 5,000,000: it is truncated"),
        arguments(
            "one byte short",
            WRITERS,
            (Damage) b -> Arrays.copyOf(b, b.length - 1),
            "the header announces QMNIST writer labels of 60000 x 8, 1,920,012 bytes with the header, but the file holds 1,920,011: it is truncated"),
        arguments(
            "one byte too long",
            LABELS,
            (Damage) b -> Arrays.copyOf(b, b.length + 1),
            "the header announces class labels of 10000, 10,008 bytes with the header, but the file holds 10,009: it is too long"),
        arguments(
            "a header that announces far more",
            IMAGES,
            (Damage) b -> RawIdx.withInt(b, 4, 0x7fffffff),
            "the header announces images of 2147483647 x 28 x 28, 1,683,627,179,264 bytes with the header, but the file holds 7,840,016: it is truncated"),
        arguments(
            "no examples",
            IMAGES,
            (Damage) b -> Arrays.copyOf(RawIdx.withInt(b, 4, 0), 16),
            "the file holds no examples, its header says 0 images"),
        arguments(
            "a negative count",
            LABELS,
            (Damage) b -> RawIdx.withInt(b, 4, -5),
            "the header announces class labels of 4294967291; the count must be below 2^31, so the file is damaged or is not what its name says"),
        arguments(
            "images of no height",
            IMAGES,
            (Damage) b -> RawIdx.withInt(b, 8, 0),
            "the header announces images of 10000 x 0 x 28; height and width must be 1 to 1024 pixels, so the file is damaged or is not what its name says"),
        arguments(
            "images of absurd width",
            IMAGES,
            (Damage) b -> RawIdx.withInt(b, 12, 2_000_000_000),
            "the header announces images of 10000 x 28 x 2000000000; height and width must be 1 to 1024 pixels, so the file is damaged or is not what its name says"),
        arguments(
            "images of negative width",
            IMAGES,
            (Damage) b -> RawIdx.withInt(b, 12, -28),
            "the header announces images of 10000 x 28 x 4294967268; height and width must be 1 to 1024 pixels, so the file is damaged or is not what its name says"),
        arguments(
            "writers with other columns",
            WRITERS,
            (Damage) b -> RawIdx.withInt(b, 8, 4),
            "the header announces QMNIST writer labels of 60000 x 4; QMNIST's writer labels have 8 columns, so the file is damaged or is not what its name says"),
        arguments(
            "labels in place of images",
            IMAGES,
            (Damage) b -> real(LABELS),
            "magic number 0x00000803 (images) expected, found 0x00000801: this is a file of class labels"),
        arguments(
            "images in place of labels",
            LABELS,
            (Damage) b -> real(IMAGES),
            "magic number 0x00000801 (class labels) expected, found 0x00000803: this is a file of images"),
        arguments(
            "images in place of writers",
            WRITERS,
            (Damage) b -> real(IMAGES),
            "magic number 0x00000C02 (QMNIST writer labels) expected, found 0x00000803: this is a file of images"),
        arguments(
            "another byte order",
            IMAGES,
            (Damage) b -> RawIdx.withInt(b, 0, 0x03080000),
            "magic number 0x00000803 (images) expected, found 0x03080000: this is an IDX file in the wrong byte order"),
        arguments(
            "another element type",
            IMAGES,
            (Damage) b -> RawIdx.withInt(b, 0, 0x00000D03),
            "magic number 0x00000803 (images) expected, found 0x00000D03: this is an IDX file of 3 dimension(s) and another element type"),
        arguments(
            "a web page",
            LABELS,
            (Damage) b -> "<!DOCTYPE html><html>404</html>".getBytes(StandardCharsets.US_ASCII),
            "magic number 0x00000801 (class labels) expected, found 0x3C21444F: this is a web page, as a failed download leaves it"));
  }

  @ParameterizedTest(name = "{0}, packed")
  @MethodSource("unpackedDamage")
  void damageInPackedFilesGetsOneClearLine(String name, String file, Damage damage, String expected)
      throws IOException {
    RawIdx.pack(folder.resolve(file), damage.apply(real(file)));
    assertOneLine(
        folder.resolve(file) + ": " + expected + REMEDY, refusal(file, folder.resolve(file)));
  }

  @ParameterizedTest(name = "{0}, unpacked")
  @MethodSource("unpackedDamage")
  void damageInUnpackedFilesGetsTheSameLine(
      String name, String file, Damage damage, String expected) throws IOException {
    Path unpacked = folder.resolve(file.replace(".gz", ""));
    Files.write(unpacked, damage.apply(real(file)));
    assertOneLine(unpacked + ": " + expected + REMEDY, refusal(file, unpacked));
  }

  static Stream<Arguments> packedDamage() {
    return Stream.of(
        arguments(
            "cut within the gzip header",
            (Damage) b -> Arrays.copyOf(b, 7),
            "the gzip file is truncated"),
        arguments("cut early", (Damage) b -> Arrays.copyOf(b, 40), "the gzip file is truncated"),
        arguments(
            "cut in the middle",
            (Damage) b -> Arrays.copyOf(b, b.length / 2),
            "the gzip file is truncated"),
        arguments(
            "cut within the checksum",
            (Damage) b -> Arrays.copyOf(b, b.length - 6),
            "the gzip file is truncated"),
        arguments(
            "another checksum",
            (Damage) b -> RawIdx.withByte(b, b.length - 7, b[b.length - 7] + 1),
            "the gzip file is damaged (Corrupt GZIP trailer)"),
        arguments(
            "a bit flipped in the middle",
            (Damage) b -> RawIdx.withByte(b, b.length / 2, b[b.length / 2] ^ 0x10),
            "the gzip file is damaged ("));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packedDamage")
  void aDamagedGzipFileSaysSo(String name, Damage damage, String expected) throws IOException {
    Path file = folder.resolve(IMAGES);
    Files.write(file, damage.apply(Files.readAllBytes(file)));
    String message = refusal(IMAGES, file);
    assertTrue(message.startsWith(file + ": " + expected), message);
    assertTrue(message.endsWith(""), message);
    assertFalse(message.contains("\n"), message);
  }

  /**
   * The last four bytes of a gzip file are its unpacked size; here they agree with a false header.
   */
  @Test
  void aGzipFileThatLiesAboutItsSizeIsFoundOut() throws IOException {
    byte[] small = RawIdx.withInt(RawIdx.images(5, 28, 28), 4, 6);
    byte[] packed = gzip(small);
    int claimed = 16 + 6 * 28 * 28;
    int littleEndian = Integer.reverseBytes(claimed);
    Files.write(folder.resolve(IMAGES), RawIdx.withInt(packed, packed.length - 4, littleEndian));
    String message = refusal(IMAGES, folder.resolve(IMAGES));
    assertTrue(message.contains("the gzip file is damaged"), message);
  }

  @Test
  void aFileThatWasPackedTwiceSaysSo() throws IOException {
    RawIdx.pack(folder.resolve(LABELS), gzip(real(LABELS)));
    String message = refusal(LABELS, folder.resolve(LABELS));
    assertTrue(message.endsWith(": this is a gzip file that was packed twice" + REMEDY), message);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve(LABELS));
    assertOneLine(
        folder.resolve(LABELS)
            + ": no such file; fetch it with './twinprop data get mnist' or name its folder with --data",
        refusal(LABELS, folder.resolve(LABELS)));
  }

  @Test
  void aFolderInPlaceOfAFileIsNamed() throws IOException {
    Files.createDirectory(folder.resolve("images"));
    assertOneLine(
        folder.resolve("images") + ": a folder stands where a file is expected",
        refusal(IMAGES, folder.resolve("images")));
  }

  @Test
  void countsOfImagesAndLabelsThatDifferAreNamed() {
    Path labels = RealData.mnist().resolve(TRAIN_LABELS);
    assertOneLine(
        "%s holds 60,000 labels for the 10,000 images of %s: the files do not belong together"
                .formatted(labels, folder.resolve(IMAGES))
            + REMEDY_OF_SEVERAL,
        refusal(LABELS, labels));
  }

  @Test
  void countsOfImagesAndWritersThatDifferAreNamed() throws IOException {
    byte[] writers = Arrays.copyOf(RawIdx.withInt(real(WRITERS), 4, 9_999), 12 + 9_999 * 32);
    RawIdx.pack(folder.resolve(WRITERS), writers);
    assertOneLine(
        "%s holds 9,999 writer labels for 10,000 images: the files do not belong together"
                .formatted(folder.resolve(WRITERS))
            + REMEDY_OF_SEVERAL,
        refusal(WRITERS, folder.resolve(WRITERS)));
  }

  @Test
  void writersOfOtherDigitsAreFoundAtTheFirstRowThatDiffers() {
    Path writers = RealData.mnist().resolve(TRAIN_WRITERS);
    assertOneLine(
        "%s: row 0 (from 0) is about a digit 5, but the label there in %s is 7: the files do not describe the same digits (those of training and test may be swapped)"
                .formatted(writers, folder.resolve(LABELS))
            + REMEDY_OF_SEVERAL,
        refusal(WRITERS, writers));
  }

  @Test
  void oneRowThatDiffersIsEnough() throws IOException {
    byte[] writers = real(WRITERS);
    int row = 1234;
    int actual = writers[12 + row * 32 + 3];
    RawIdx.pack(folder.resolve(WRITERS), RawIdx.withInt(writers, 12 + row * 32, (actual + 1) % 10));
    assertOneLine(
        "%s: row 1234 (from 0) is about a digit %d, but the label there in %s is %d: the files do not describe the same digits (those of training and test may be swapped)"
                .formatted(
                    folder.resolve(WRITERS), (actual + 1) % 10, folder.resolve(LABELS), actual)
            + REMEDY_OF_SEVERAL,
        refusal(WRITERS, folder.resolve(WRITERS)));
  }

  @Test
  void aLabelThatIsNoDigitIsFound() throws IOException {
    RawIdx.pack(folder.resolve(LABELS), RawIdx.withByte(real(LABELS), 8 + 77, 10));
    assertOneLine(
        folder.resolve(LABELS)
            + ": label 10 of row 77 (from 0) is no digit, 0 to 9 are: the file is damaged"
            + REMEDY,
        refusal(LABELS, folder.resolve(LABELS)));
    RawIdx.pack(folder.resolve(LABELS), RawIdx.withByte(real(LABELS), 8, 255));
    assertTrue(refusal(LABELS, folder.resolve(LABELS)).contains("label 255 of row 0"));
  }

  @Test
  void anUnpackedFileThatKeptItsEndingIsRead() throws IOException {
    Files.write(folder.resolve(IMAGES), real(IMAGES));
    IdxDigits digits = open(IMAGES, folder.resolve(IMAGES));
    assertEquals(10_000, digits.size());
    assertTrue(digits.pixels().isDirect(), "mapped, not copied");
  }

  /** The line that a reader of the three files gives when one of them is at another place. */
  private String refusal(String replaced, Path by) {
    return assertThrows(BadInput.class, () -> open(replaced, by)).getMessage();
  }

  private IdxDigits open(String replaced, Path by) {
    Path images = replaced.equals(IMAGES) ? by : folder.resolve(IMAGES);
    Path labels = replaced.equals(LABELS) ? by : folder.resolve(LABELS);
    Path writers = replaced.equals(WRITERS) ? by : folder.resolve(WRITERS);
    IdxRecordReader reader = new IdxRecordReader();
    reader.initialize(IdxRecordReader.split(images, labels, Optional.of(writers)));
    return reader.digits();
  }

  private static void assertOneLine(String expected, String message) {
    assertEquals(expected, message);
    assertFalse(message.contains("\n"), message);
  }

  private static byte[] real(String file) throws IOException {
    return RawIdx.unpack(RealData.mnist().resolve(file));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
