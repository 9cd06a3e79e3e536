package org.twinprop.experiments.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.command.ExitCode;

/** What no check needs stops none; what it needs must be numbers, and fine enough ones. */
class UnusedArraysTest {
  @TempDir Path folder;

  private Captured verify(Path file) {
    return Captured.of("verify", file.toString(), "--net", SubmissionFile.NETWORK);
  }

  /** A copy of an archive with one more array, or another in place of one. */
  private Path with(Path file, String name, String descr, String shape, byte[] elements)
      throws IOException {
    Path copy = folder.resolve("student.npz");
    try (ZipFile zip = new ZipFile(file.toFile());
        OutputStream out = Files.newOutputStream(copy);
        ZipOutputStream target = new ZipOutputStream(out)) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.getName().equals(name + ".npy")) {
          target.putNextEntry(new ZipEntry(entry.getName()));
          zip.getInputStream(entry).transferTo(target);
        }
      }
      target.putNextEntry(new ZipEntry(name + ".npy"));
      target.write(array(descr, shape, elements));
    }
    return copy;
  }

  private static byte[] array(String descr, String shape, byte[] elements) {
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(descr, shape);
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(10 + text.length + elements.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) text.length)
        .put(text)
        .put(elements)
        .array();
  }

  private Path right() {
    return new SubmissionFile().write(folder.resolve("right.npz"));
  }

  @Test
  void aStringIsNotUsed() throws IOException {
    Captured captured = verify(with(right(), "name", "<U1", "()", new byte[4])).succeeded();
    assertTrue(captured.out().contains("Not used: name."), captured.out());
  }

  @Test
  void objectsThatNoCheckNeedsAreLeftAsTheyAre() throws IOException {
    Captured captured = verify(with(right(), "history", "|O", "(1,)", new byte[9])).succeeded();
    assertTrue(captured.out().contains("Not used: history."), captured.out());
  }

  @Test
  void objectsInPlaceOfAGradientAreRefused() throws IOException {
    Captured captured = verify(with(right(), "db2", "|O", "(3,)", new byte[24]));
    String line = captured.errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.contains("array 'db2' holds pickled Python objects"), line);
  }

  @Test
  void aNumberThatIsNoneMayStandWhereNoCheckLooks() {
    Path file =
        new SubmissionFile()
            .with("val_acc", Nd4j.scalar(Double.NaN))
            .write(folder.resolve("student.npz"));
    Captured captured = verify(file).succeeded();
    assertTrue(captured.out().contains("Not used: val_acc."), captured.out());
  }

  @Test
  void gradientsInFloat16AreTooCoarse() throws IOException {
    Captured captured = verify(with(right(), "db2", "<f2", "(3,)", new byte[6]));
    String line = captured.errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.contains("db2 is saved as float16"), line);
    assertTrue(line.endsWith("save it as float32 or float64"), line);
  }

  @Test
  void longDoublesAreToBeSavedAsFloat64() throws IOException {
    Captured captured = verify(with(right(), "db2", "<f16", "(3,)", new byte[48]));
    String line = captured.errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.endsWith("save it as float64"), line);
  }
}
