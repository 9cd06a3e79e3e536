package org.twinprop.data.check;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What lossy compression leaves of an image. */
final class Jpeg {
  private static final double BEST = 0.92;
  private static final double WORST = 0.12;

  private Jpeg() {}

  /**
   * The image, compressed as JPEG and unpacked again.
   *
   * @param severity 0 to 1
   */
  static BufferedImage compressed(BufferedImage image, double severity) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality((float) (BEST + severity * (WORST - BEST)));
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return unpacked(bytes.toByteArray());
  }

  private static BufferedImage unpacked(byte[] jpeg) {
    try {
      BufferedImage image =
          ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)));
      BufferedImage plain =
          new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
      plain.setRGB(
          0,
          0,
          image.getWidth(),
          image.getHeight(),
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()),
          0,
          image.getWidth());
      return plain;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
