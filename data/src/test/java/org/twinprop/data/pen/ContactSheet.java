package org.twinprop.data.pen;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.twinprop.data.DigitExamples;

/**
 * Draws digits for a person to look at: a block for each population, in it a row for each writer
 * with every digit twice. Run it with the path of the PNG file to write and, if wanted, a seed.
 */
final class ContactSheet {
  private static final int WRITERS_EACH = 8;
  private static final int COLUMNS = 20;
  private static final int ZOOM = 2;
  private static final int CELL = Normalisation.SIZE * ZOOM;

  private ContactSheet() {}

  public static void main(String[] arguments) throws IOException {
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    int populations = Population.values().length;
    int writers = WRITERS_EACH * populations;
    DigitExamples digits = PenDigits.draw(writers, COLUMNS, seed);
    BufferedImage sheet =
        new BufferedImage(COLUMNS * CELL, writers * CELL, BufferedImage.TYPE_BYTE_GRAY);
    for (int row = 0; row < digits.size(); row++) {
      int writer = row % writers;
      int line = writer % populations * WRITERS_EACH + writer / populations;
      int column = digits.classOf(row) * 2 + row / writers / 10;
      draw(digits.image(row), sheet, column * CELL, line * CELL);
    }
    ImageIO.write(sheet, "png", Path.of(arguments[0]).toFile());
  }

  private static void draw(byte[] image, BufferedImage sheet, int left, int top) {
    for (int y = 0; y < CELL; y++) {
      for (int x = 0; x < CELL; x++) {
        int ink = image[y / ZOOM * Normalisation.SIZE + x / ZOOM] & 0xff;
        sheet.getRaster().setSample(left + x, top + y, 0, 255 - ink);
      }
    }
  }
}
