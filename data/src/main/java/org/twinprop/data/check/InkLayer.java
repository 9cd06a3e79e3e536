package org.twinprop.data.check;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** All that the pen wrote on a check: for every pixel the share that ink covers. */
final class InkLayer {
  /** Small images are soft when enlarged; a pen's line is not. The ink in between is stretched. */
  private static final double PAPER = 0.25;

  private static final double INK = 0.65;

  private final BufferedImage coverage;
  private final byte[] bytes;
  private final Graphics2D graphics;

  InkLayer(int width, int height) {
    coverage = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    bytes = ((DataBufferByte) coverage.getRaster().getDataBuffer()).getData();
    graphics = coverage.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
  }

  /** Fills a shape; the centre of the upper left pixel is at (0.5, 0.5), as in Java2D. */
  void fill(Shape shape) {
    graphics.fill(shape);
  }

  /** Draws a line with a round pen. */
  void draw(Shape line, double width) {
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(line);
  }

  /**
   * Draws a digit.
   *
   * @param place of the grid's points on this layer, whole numbers being centres of pixels in both
   * @return what it covers, from edge to edge of its outermost pixels
   */
  Rectangle2D draw(DigitImage digit, AffineTransform place) {
    AffineTransform back = inverse(place);
    Rectangle2D grid = new Rectangle2D.Double(-1, -1, digit.height() + 1, digit.height() + 1);
    Rectangle2D area = place.createTransformedShape(grid).getBounds2D();
    Rectangle2D covered = null;
    Point2D point = new Point2D.Double();
    for (int y = Math.max(0, (int) area.getMinY()); y <= lastRow(area); y++) {
      for (int x = Math.max(0, (int) area.getMinX()); x <= lastColumn(area); x++) {
        back.transform(new Point2D.Double(x, y), point);
        double ink = sharpened(digit.ink(point.getX(), point.getY()));
        if (ink > 0) {
          cover(x, y, ink);
        }
        if (ink >= 0.5) {
          Rectangle2D pixel = new Rectangle2D.Double(x - 0.5, y - 0.5, 1, 1);
          covered = covered == null ? pixel : covered.createUnion(pixel);
        }
      }
    }
    return covered;
  }

  private static AffineTransform inverse(AffineTransform place) {
    try {
      return place.createInverse();
    } catch (NoninvertibleTransformException e) {
      throw new IllegalArgumentException("a digit needs a place of some extent", e);
    }
  }

  private int lastRow(Rectangle2D area) {
    return Math.min(coverage.getHeight() - 1, (int) Math.ceil(area.getMaxY()));
  }

  private int lastColumn(Rectangle2D area) {
    return Math.min(coverage.getWidth() - 1, (int) Math.ceil(area.getMaxX()));
  }

  private static double sharpened(double ink) {
    return Math.max(0, Math.min(1, (ink - PAPER) / (INK - PAPER)));
  }

  private void cover(int x, int y, double ink) {
    int i = y * coverage.getWidth() + x;
    bytes[i] = (byte) Math.max(bytes[i] & 0xff, Math.round(255 * ink));
  }

  /** The share of a pixel that ink covers, 0 to 1. */
  double at(int x, int y) {
    return (bytes[y * coverage.getWidth() + x] & 0xff) / 255.0;
  }

  /**
   * Soaks the paper: what ink covers keeps as much of the paper's light as the ink lets through.
   *
   * @param part of the paper that is soaked
   */
  void soak(BufferedImage paper, Color ink, Rectangle part) {
    for (int y = part.y; y < part.y + part.height; y++) {
      for (int x = part.x; x < part.x + part.width; x++) {
        double share = at(x, y);
        if (share > 0) {
          paper.setRGB(x, y, soaked(new Color(paper.getRGB(x, y)), ink, share).getRGB());
        }
      }
    }
  }

  private static Color soaked(Color paper, Color ink, double share) {
    return new Color(
        soaked(paper.getRed(), ink.getRed(), share),
        soaked(paper.getGreen(), ink.getGreen(), share),
        soaked(paper.getBlue(), ink.getBlue(), share));
  }

  private static int soaked(int paper, int ink, double share) {
    return (int) Math.round(paper * (1 - share * (1 - ink / 255.0)));
  }
}
