package org.twinprop.data.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import georegression.struct.point.Point2D_F64;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinprop.data.pen.Chance;

class PaperFinderTest {
  private static final int[] X = {60, 530, 540, 50};
  private static final int[] Y = {70, 60, 320, 330};

  /** Tinted paper on a grey surface with streaks, some darker than the paper, some lighter. */
  private static Photo tintedOnStreaks() {
    BufferedImage image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Chance chance = Chance.of(3);
    for (int y = 0; y < 400; y += 4) {
      int shade = (int) chance.between(190, 250);
      graphics.setColor(new Color(shade, shade, shade));
      graphics.fillRect(0, y, 600, 4);
    }
    graphics.setColor(new Color(232, 214, 216));
    graphics.fill(new Polygon(X, Y, 4));
    graphics.dispose();
    return Photo.of(image);
  }

  @Test
  void tintedPaperIsFoundAmongStreaksAsLightAsIt() {
    List<Point2D_F64> corners = PaperFinder.find(tintedOnStreaks()).orElseThrow().corners();
    for (int i = 0; i < 4; i++) {
      double off = Math.hypot(corners.get(i).x - X[i], corners.get(i).y - Y[i]);
      assertTrue(off < 8, "corner %d is at %s".formatted(i, corners.get(i)));
    }
  }
}
