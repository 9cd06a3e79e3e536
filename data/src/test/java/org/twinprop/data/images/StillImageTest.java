package org.twinprop.data.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.data.BadInput;

class StillImageTest {
  /** Where the width of a PNG stands, and how long the part is that its checksum covers. */
  private static final int WIDTH_AT = 16;

  private static final int HEADER_AT = 12;
  private static final int HEADER_BYTES = 17;

  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void pngAndJpegAreRead(String format) throws IOException {
    BufferedImage image = StillImage.read(file(image(format)), (w, h) -> {}).orElseThrow();
    assertEquals(7, image.getWidth());
    assertEquals(5, image.getHeight());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "bmp", "tiff"})
  void otherFormatsThatJavaKnowsAreNot(String format) throws IOException {
    assertEquals(Optional.empty(), StillImage.read(file(image(format)), (w, h) -> {}));
  }

  @Test
  void aSmallFileThatClaimsTooManyPixelsIsRefusedByItsHeader() throws IOException {
    Path file = file(claiming(image("png"), 50_000, 50_000));
    long before = used();
    BadInput refused =
        assertThrows(BadInput.class, () -> StillImage.read(file, (width, height) -> {}));
    assertTrue(refused.getMessage().contains("has 2,500,000,000 pixels"), refused.getMessage());
    assertTrue(used() - before < 100 << 20, "no memory is taken for them");
  }

  @Test
  void whatTheCallerDoesNotWantIsAskedBeforeAnyPixel() throws IOException {
    byte[] cut = claiming(image("png"), 3_000, 3_000);
    BadInput refused =
        assertThrows(
            BadInput.class,
            () ->
                StillImage.read(
                    file(cut),
                    (width, height) -> {
                      throw new BadInput(width + " by " + height);
                    }));
    assertEquals("3000 by 3000", refused.getMessage());
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static byte[] image(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), format, bytes));
    return bytes.toByteArray();
  }

  /** The same PNG with another size in its header, whose checksum is right. */
  private static byte[] claiming(byte[] png, int width, int height) {
    byte[] other = png.clone();
    ByteBuffer.wrap(other).putInt(WIDTH_AT, width).putInt(WIDTH_AT + Integer.BYTES, height);
    CRC32 crc = new CRC32();
    crc.update(other, HEADER_AT, HEADER_BYTES);
    ByteBuffer.wrap(other).putInt(HEADER_AT + HEADER_BYTES, (int) crc.getValue());
    return other;
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(scratch.resolve("image"), bytes);
  }
}
