package org.twinprop.experiments.reading;

import georegression.struct.point.Point2D_F64;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.twinprop.data.reading.AmountReading;
import org.twinprop.data.reading.AmountReading.ReadDigit;
import org.twinprop.data.reading.CheckReading;
import org.twinprop.data.reading.DigitNormalisation;
import org.twinprop.data.reading.Quadrilateral;

/**
 * A picture of how a check was read: the photo with the check, the amount's box and each digit
 * outlined; below it each digit as the network saw it, and beside that what it looked at.
 */
final class Explanation {
  private static final Color PAPER = new Color(0, 114, 178);
  private static final Color FIELD = new Color(0, 158, 115);
  private static final Color DIGIT = new Color(213, 94, 0);
  private static final int SIZE = DigitNormalisation.SIZE;
  private static final int TILE = 84;
  private static final int GAP = 12;

  private Explanation() {}

  static BufferedImage of(BufferedImage photo, CheckReading reading, DigitNetwork network) {
    List<ReadDigit> digits = reading.amount().map(AmountReading::digits).orElse(List.of());
    int strip = digits.isEmpty() ? 0 : 2 * TILE + 3 * GAP;
    int width = Math.max(photo.getWidth(), digits.size() * (TILE + GAP) + GAP);
    BufferedImage image =
        new BufferedImage(width, photo.getHeight() + strip, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, image.getHeight());
    graphics.drawImage(photo, 0, 0, null);
    float line = Math.max(2f, photo.getWidth() / 500f);
    reading.paper().ifPresent(paper -> outline(graphics, paper, PAPER, line));
    reading.field().ifPresent(field -> outline(graphics, field, FIELD, line));
    reading.places().forEach(place -> outline(graphics, place, DIGIT, line / 2));
    graphics.dispose();
    for (int i = 0; i < digits.size(); i++) {
      int left = GAP + i * (TILE + GAP);
      int top = photo.getHeight() + GAP;
      byte[] seen = digits.get(i).image();
      tile(image, left, top, seen, new double[SIZE * SIZE]);
      double[] saliency = network.saliency(seen, digits.get(i).digit());
      tile(image, left, top + TILE + GAP, seen, saliency);
    }
    return image;
  }

  private static void outline(
      Graphics2D graphics, Quadrilateral corners, Color color, float width) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i <= 4; i++) {
      Point2D_F64 corner = corners.corners().get(i % 4);
      if (i == 0) {
        path.moveTo(corner.x + 0.5, corner.y + 0.5);
      } else {
        path.lineTo(corner.x + 0.5, corner.y + 0.5);
      }
    }
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke(width));
    graphics.draw(path);
  }

  /** A digit, grey ink on white; where the network looked, orange over it. */
  private static void tile(BufferedImage image, int left, int top, byte[] ink, double[] saliency) {
    for (int y = 0; y < TILE; y++) {
      for (int x = 0; x < TILE; x++) {
        int i = y * SIZE / TILE * SIZE + x * SIZE / TILE;
        double paper = 255 - (ink[i] & 0xff) * (saliency[i] > 0 ? 0.55 : 1);
        double share = saliency[i];
        int red = mixed(paper, 230, share);
        int green = mixed(paper, 75, share);
        int blue = mixed(paper, 0, share);
        image.setRGB(left + x, top + y, red << 16 | green << 8 | blue);
      }
    }
  }

  private static int mixed(double from, double to, double share) {
    return (int) Math.round((1 - share) * from + share * to);
  }
}
