package org.twinprop.data.check;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.twinprop.data.pen.Chance;

/** Tinted paper with a security pattern. */
final class Paper {
  private static final List<Color> TINTS =
      List.of(
          new Color(250, 248, 240),
          new Color(226, 238, 246),
          new Color(228, 243, 230),
          new Color(248, 240, 214),
          new Color(246, 228, 230),
          new Color(236, 236, 238));

  private final Chance chance;
  private final double strength;
  private final Color tint;

  /**
   * @param strength of the pattern, 0 to 1
   */
  Paper(Chance chance, double strength) {
    this.chance = chance;
    this.strength = strength;
    this.tint = chance.oneOf(TINTS);
  }

  /**
   * All of it.
   *
   * @param part where the pattern is printed
   */
  BufferedImage sheet(Rectangle part) {
    BufferedImage sheet =
        new BufferedImage(Layout.WIDTH, Layout.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = graphics(sheet);
    graphics.setClip(part);
    graphics.setColor(tint);
    graphics.fill(new Rectangle2D.Double(0, 0, Layout.WIDTH, Layout.HEIGHT));
    graphics.setColor(patternColor());
    switch (chance.below(3)) {
      case 0 -> guilloche(graphics);
      case 1 -> weave(graphics);
      default -> rosettes(graphics);
    }
    graphics.dispose();
    return sheet;
  }

  static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }

  private Color patternColor() {
    double[] hue = {chance.between(0.3, 1), chance.between(0.3, 1), chance.between(0.3, 1)};
    double depth = 170 * strength;
    return new Color(
        darker(tint.getRed(), hue[0] * depth),
        darker(tint.getGreen(), hue[1] * depth),
        darker(tint.getBlue(), hue[2] * depth));
  }

  private static int darker(int component, double by) {
    return (int) Math.max(0, Math.round(component - by));
  }

  /** Bundles of waves that swing against each other. */
  private void guilloche(Graphics2D graphics) {
    graphics.setStroke(new BasicStroke(1.1f));
    double wavelength = chance.between(160, 420);
    double spacing = chance.between(10, 18);
    double amplitude = chance.between(14, 34);
    for (double y = -amplitude; y < Layout.HEIGHT + amplitude; y += spacing) {
      graphics.draw(wave(y, wavelength, amplitude, 0));
      graphics.draw(wave(y, wavelength, amplitude, Math.PI));
    }
  }

  private static Path2D wave(double y, double wavelength, double amplitude, double phase) {
    Path2D wave = new Path2D.Double();
    wave.moveTo(0, y + amplitude * StrictMath.sin(phase));
    for (double x = 6; x <= Layout.WIDTH; x += 6) {
      wave.lineTo(x, y + amplitude * StrictMath.sin(phase + 2 * Math.PI * x / wavelength));
    }
    return wave;
  }

  /** Two sets of parallel lines. */
  private void weave(Graphics2D graphics) {
    graphics.setStroke(new BasicStroke(1.3f));
    double spacing = chance.between(9, 16);
    double slope = chance.between(0.3, 1.2);
    double reach = slope * Layout.WIDTH;
    for (double y = -reach; y < Layout.HEIGHT + reach; y += spacing) {
      Path2D line = new Path2D.Double();
      line.moveTo(0, y);
      line.lineTo(Layout.WIDTH, y + reach);
      line.moveTo(0, y);
      line.lineTo(Layout.WIDTH, y - reach);
      graphics.draw(line);
    }
  }

  /** Wheels of petals, as an engine turns them. */
  private void rosettes(Graphics2D graphics) {
    graphics.setStroke(new BasicStroke(1f));
    double size = chance.between(70, 120);
    int petals = 5 + chance.below(5);
    for (double y = size * 0.6; y < Layout.HEIGHT + size; y += 1.5 * size) {
      for (double x = size * 0.6; x < Layout.WIDTH + size; x += 1.5 * size) {
        for (double scale = 0.4; scale <= 1; scale += 0.15) {
          graphics.draw(rosette(x, y, size * scale, petals));
        }
      }
    }
  }

  private static Path2D rosette(double x, double y, double size, int petals) {
    Path2D rosette = new Path2D.Double();
    int steps = 24 * petals;
    for (int i = 0; i <= steps; i++) {
      double angle = 2 * Math.PI * i / steps;
      double radius = size * (0.7 + 0.3 * StrictMath.cos(petals * angle));
      double px = x + radius * StrictMath.cos(angle);
      double py = y + radius * StrictMath.sin(angle);
      if (i == 0) {
        rosette.moveTo(px, py);
      } else {
        rosette.lineTo(px, py);
      }
    }
    return rosette;
  }

  Color tint() {
    return tint;
  }
}
