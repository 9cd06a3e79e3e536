package org.twinprop.experiments.file;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.twinprop.data.BadInput;

/**
 * One setting as a person wrote it.
 *
 * @param key such as {@code epochs}
 * @param text its value; of a list, the texts of its items with commas between them
 * @param place where it stands, for messages: file, line and column, or {@code --set epochs=3}
 * @param items of a list, each with its own place; empty for a single value
 */
public record Setting(String key, String text, String place, List<Setting> items) {
  public Setting {
    items = List.copyOf(items);
  }

  /** A single value. */
  public Setting(String key, String text, String place) {
    this(key, text, place, List.of());
  }

  /**
   * The items of a list, be it written as one or as a text with separators.
   *
   * @param separator between the items of a text, taken literally
   */
  List<Setting> split(char separator) {
    return items.isEmpty()
        ? Arrays.stream(text.split("\\s*[" + separator + "]\\s*", -1))
            .map(item -> new Setting(key, item, place))
            .toList()
        : items;
  }

  /**
   * Its only value.
   *
   * @throws BadInput if it is a list
   */
  String single() {
    if (!items.isEmpty()) {
      throw new BadInput("%s: %s must be one value".formatted(place, key));
    }
    return text;
  }

  /** What is wrong with it, and what would be right. */
  public BadInput wrong(String needed) {
    return new BadInput("%s: %s is '%s', but must be %s".formatted(place, key, text, needed));
  }

  /** What a reader makes of it; what it refuses is said with the place. */
  public <T> T read(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException | BadInput e) {
      throw new BadInput("%s: %s".formatted(place, e.getMessage()), e);
    }
  }
}
