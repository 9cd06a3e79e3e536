package org.twinprop.data.check;

import java.awt.Color;

/** The colour of a pen. */
public enum Ink {
  BLACK(24, 24, 28),
  BLUE_BLACK(28, 34, 78),
  BLUE(22, 48, 150),
  GREEN(10, 96, 60),
  RED(168, 26, 34),
  PURPLE(92, 34, 130);

  /** How much of the way to white the faintest ink is. */
  private static final double FAINTEST = 0.6;

  private final Color color;

  Ink(int red, int green, int blue) {
    color = new Color(red, green, blue);
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
