package org.twinprop.data.check;

import java.awt.Color;
import java.util.List;
import org.twinprop.data.pen.Chance;

/** The colour of a pen. */
public enum Ink {
  BLACK(24, 24, 28),
  BLUE_BLACK(28, 34, 78),
  BLUE(22, 48, 150),
  GREEN(10, 96, 60),
  RED(168, 26, 34),
  PURPLE(92, 34, 130);

  private static final List<Ink> USUAL = List.of(BLACK, BLUE_BLACK, BLUE);
  private static final List<Ink> UNUSUAL = List.of(GREEN, RED, PURPLE);

  /** How many pens are of an unusual colour. */
  private static final double RARITY = 0.2;

  /** How much of the way to white the faintest ink is. */
  private static final double FAINTEST = 0.6;

  private final Color color;

  Ink(int red, int green, int blue) {
    color = new Color(red, green, blue);
  }

  static Ink draw(Chance chance) {
    return chance.oneOf(chance.happens(RARITY) ? UNUSUAL : USUAL);
  }

  /**
   * @param faintness 0 to 1
   */
  Color color(double faintness) {
    double share = FAINTEST * faintness;
    return new Color(
        mixed(color.getRed(), share),
        mixed(color.getGreen(), share),
        mixed(color.getBlue(), share));
  }

  private static int mixed(int component, double share) {
    return (int) Math.round(component + share * (255 - component));
  }
}
