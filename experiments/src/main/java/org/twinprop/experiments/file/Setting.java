package org.twinprop.experiments.file;

import java.util.function.Supplier;
import org.twinprop.data.BadInput;

/**
 * One setting as a person wrote it.
 *
 * @param key such as {@code epochs}
 * @param text its value
 * @param place where it stands, for messages: file, line and column
 */
record Setting(String key, String text, String place) {
  /** What is wrong with it, and what would be right. */
  BadInput wrong(String needed) {
    return new BadInput("%s: %s is '%s', but must be %s".formatted(place, key, text, needed));
  }

  /** What a reader makes of it; what it refuses is said with the place. */
  <T> T read(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException | BadInput e) {
      throw new BadInput("%s: %s".formatted(place, e.getMessage()), e);
    }
  }
}
