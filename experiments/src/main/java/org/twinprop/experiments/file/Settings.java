package org.twinprop.experiments.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twinprop.data.BadInput;
import org.twinprop.layers.text.Nearest;

/**
 * Settings by key, each read as what it has to be. What is not given has a default, or is empty.
 */
final class Settings {
  private static final Set<String> TRUE = Set.of("true", "on");
  private static final Set<String> FALSE = Set.of("false", "off");

  private final String file;
  private final Map<String, Setting> settings;

  /**
   * @param file for messages
   * @param settings by key
   * @param known all keys that there are
   * @throws BadInput for a key that is not known; says where it stands and which is nearest
   */
  Settings(String file, Map<String, Setting> settings, List<String> known) {
    this.file = file;
    this.settings = settings;
    for (Setting setting : settings.values()) {
      if (!known.contains(setting.key())) {
        throw new BadInput(
            "%s: there is no setting '%s' (%s)"
                .formatted(setting.place(), setting.key(), Nearest.hint(setting.key(), known)));
      }
    }
  }

  /**
   * @throws BadInput if it is not given
   */
  Setting required(String key) {
    return optional(key)
        .orElseThrow(
            () -> new BadInput("%s has no '%s': add a line '%s: ...'".formatted(file, key, key)));
  }

  Setting or(String key, String otherwise) {
    return optional(key).orElseGet(() -> new Setting(key, otherwise, file));
  }

  Optional<Setting> optional(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  OptionalInt wholeNumber(String key, int least) {
    Optional<Setting> given = optional(key);
    return given.isPresent()
        ? OptionalInt.of(wholeNumber(given.get(), least, Integer.MAX_VALUE))
        : OptionalInt.empty();
  }

  static int wholeNumber(Setting setting, int least, int most) {
    try {
      int value = Integer.parseInt(setting.text());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // the message below serves for both
    }
    throw setting.wrong(
        most == Integer.MAX_VALUE
            ? "a whole number of at least " + least
            : "a whole number from %d to %,d".formatted(least, most));
  }

  static long seed(Setting setting) {
    try {
      return Long.parseLong(setting.text());
    } catch (NumberFormatException e) {
      throw setting.wrong("a whole number");
    }
  }

  static double positive(Setting setting) {
    try {
      double value = Double.parseDouble(setting.text());
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // the message below serves for both
    }
    throw setting.wrong("a number above 0");
  }

  static boolean flag(Setting setting) {
    if (!TRUE.contains(setting.text()) && !FALSE.contains(setting.text())) {
      throw setting.wrong("true or false");
    }
    return TRUE.contains(setting.text());
  }
}
