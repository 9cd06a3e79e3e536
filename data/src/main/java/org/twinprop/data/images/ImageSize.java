package org.twinprop.data.images;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinprop.data.BadInput;

/** Width and height in pixels, both at least 1. */
public record ImageSize(int width, int height) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})x(\\d{1,4})");
  private static final int SMALLEST = 4;
  private static final int LARGEST = 1024;

  /**
   * Reads {@code 32x24}: width, then height.
   *
   * @throws BadInput if it is no size from 4x4 to 1024x1024
   */
  public static ImageSize parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (parts.matches()) {
      ImageSize size =
          new ImageSize(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
      if (Math.min(size.width, size.height) >= SMALLEST
          && Math.max(size.width, size.height) <= LARGEST) {
        return size;
      }
    }
    throw new BadInput(
        "size is '%s', but must be a width and a height from %d to %,d pixels, as in 32x32"
            .formatted(text, SMALLEST, LARGEST));
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
