package org.twinprop.data.pen;

/** A group of writers who learnt, or came to, the same kind of hand. */
public enum Population {
  /** Separate, upright, careful figures. */
  UPRIGHT_PRINT("upright print"),
  /** Rounded figures that lean to the right, with loops and a pen that presses on the way down. */
  SLANTED_CURSIVE("slanted cursive"),
  /** Figures dashed off: shaky, open, each one different. */
  HURRIED("hurried");

  private final String title;

  Population(String title) {
    this.title = title;
  }

  /** The name that stands in reports. */
  public String title() {
    return title;
  }
}
