package org.twinprop.data.reading;

/**
 * An upright rectangle of pixels.
 *
 * @param left its first column
 * @param top its first row
 * @param right the column after its last
 * @param bottom the row after its last
 */
public record Box(int left, int top, int right, int bottom) {
  public int width() {
    return right - left;
  }

  public int height() {
    return bottom - top;
  }

  /** In pixels from the left edge of the image. */
  public double centreX() {
    return (left + right) / 2.0;
  }

  /** In pixels from the upper edge of the image. */
  public double centreY() {
    return (top + bottom) / 2.0;
  }

  /** The smallest that holds both. */
  Box union(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** Wider by so many pixels on each side, as far as an image goes; narrower if negative. */
  Box grown(int pixels, int imageWidth, int imageHeight) {
    return new Box(
        Math.max(0, left - pixels),
        Math.max(0, top - pixels),
        Math.min(imageWidth, right + pixels),
        Math.min(imageHeight, bottom + pixels));
  }

  /** How many columns both have; below 0, how many lie between them. */
  int overlapX(Box other) {
    return Math.min(right, other.right) - Math.max(left, other.left);
  }
}
