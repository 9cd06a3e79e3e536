package org.twinprop.data.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.twinprop.data.BadInput;

/**
 * Reads PNG and JPEG files that may be anyone's: of all formats that Java knows these two alone,
 * and no pixel before the header has said that there are not too many. What a file says beside its
 * pixels is passed over, which spares unpacking it.
 */
public final class StillImage {
  private static final Set<String> FORMATS = Set.of("png", "jpeg");

  /** A small file can unpack to more than memory has. */
  private static final long MOST_PIXELS = 60_000_000;

  /** What a pixel takes at most while an image is read: in its file's form, and as it is used. */
  private static final int PIXEL_BYTES = 32;

  private StillImage() {}

  /** Refuses an image for its size. */
  public interface SizeCheck {
    /**
     * @throws BadInput if an image of so many pixels is not wanted
     */
    void require(int width, int height);
  }

  /**
   * @param check is asked before a pixel is read
   * @return the image; empty if the file is neither PNG nor JPEG
   * @throws BadInput if it is damaged, or has too many pixels; names it
   */
  public static Optional<BufferedImage> read(Path file, SizeCheck check) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Optional<ImageReader> reader = in == null ? Optional.empty() : reader(in);
      if (reader.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(read(file, reader.get(), in, check));
    } catch (BadInput e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // readers fail in many ways at a damaged file
      throw new BadInput(
          "%s: is damaged (%s); save or send it again, or take it out".formatted(file, reason(e)),
          e);
    }
  }

  private static Optional<ImageReader> reader(ImageInputStream in) {
    Iterator<ImageReader> all = ImageIO.getImageReaders(in);
    while (all.hasNext()) {
      ImageReader reader = all.next();
      try {
        if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          return Optional.of(reader);
        }
      } catch (IOException e) {
        // it does not say what it reads
      }
      reader.dispose();
    }
    return Optional.empty();
  }

  private static BufferedImage read(
      Path file, ImageReader reader, ImageInputStream in, SizeCheck check) throws IOException {
    try {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      check.require(width, height);
      requireModest(file, (long) width * height);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static void requireModest(Path file, long pixels) {
    long room = Runtime.getRuntime().maxMemory() / PIXEL_BYTES;
    if (pixels > MOST_PIXELS || pixels > room) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s: has %,d pixels, and at most %,d are read; make the image smaller%s",
              file,
              pixels,
              Math.min(MOST_PIXELS, room),
              pixels > MOST_PIXELS
                  ? ""
                  : ", or allow more memory, as in TWINPROP_JAVA_OPTIONS=-Xmx4g"));
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
