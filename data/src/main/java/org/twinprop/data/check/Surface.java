package org.twinprop.data.check;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.twinprop.data.pen.Chance;

/** What a check lies on: a scanner's lid, a table. */
final class Surface {
  private static final List<Color> COLORS =
      List.of(
          new Color(18, 18, 20),
          new Color(60, 44, 34),
          new Color(104, 78, 52),
          new Color(70, 76, 84),
          new Color(36, 52, 66),
          new Color(150, 150, 148),
          new Color(206, 204, 198));

  private Surface() {}

  static BufferedImage draw(Chance chance, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = Paper.graphics(image);
    Color color = chance.oneOf(COLORS);
    graphics.setColor(color);
    graphics.fill(new Rectangle2D.Double(0, 0, width, height));
    double grain = chance.happens(0.6) ? 0.12 : 0;
    for (double y = 0; y < height; y += chance.between(2, 14)) {
      double shade = 1 + grain * chance.bell();
      graphics.setColor(shaded(color, shade));
      graphics.fill(new Rectangle2D.Double(0, y, width, chance.between(1, 5)));
    }
    graphics.dispose();
    return image;
  }

  private static Color shaded(Color color, double shade) {
    return new Color(
        shaded(color.getRed(), shade),
        shaded(color.getGreen(), shade),
        shaded(color.getBlue(), shade));
  }

  private static int shaded(int component, double shade) {
    return (int) Math.max(0, Math.min(255, Math.round(component * shade)));
  }
}
