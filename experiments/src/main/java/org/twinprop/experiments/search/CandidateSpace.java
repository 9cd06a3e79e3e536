package org.twinprop.experiments.search;

import java.util.List;
import java.util.stream.Collectors;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.SettingKey;
import org.twinprop.experiments.file.SettingKeys;
import org.twinprop.experiments.file.ValueKind;
import org.twinprop.trainer.search.TextSpace;

/** The space of one setting, as a person wrote it. */
final class CandidateSpace {
  private static final SettingKey<Double> PRICE =
      new SettingKey<>("price", ValueKind.numberAboveZero(), "Of weights, in the loss.");

  private CandidateSpace() {}

  /**
   * Of a text with spaces in it, or of a list of such texts.
   *
   * @throws BadInput if a space, or a text without one, cannot be; names its place
   */
  static TextSpace of(Setting setting) {
    for (Setting text : texts(setting)) {
      if (text.read(() -> TextSpace.parse(text.text())).isFixed()) {
        requireReadable(text);
      }
    }
    return TextSpace.anyOf(texts(setting).stream().map(Setting::text).toList());
  }

  private static List<Setting> texts(Setting setting) {
    return setting.items().isEmpty() ? List.of(setting) : setting.items();
  }

  /** What is wrong with a value is better known before the first candidate than after the last. */
  private static void requireReadable(Setting text) {
    key(text.key()).read(text);
  }

  private static SettingKey<?> key(String name) {
    return SearchKeys.PRICES.contains(name)
        ? PRICE
        : SettingKeys.ALL.stream().filter(key -> key.name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * @throws BadInput if the setting is a space, or cannot be
   */
  static void requireFixed(Setting setting) {
    if (setting.text().matches("\\s*(log|uniform|whole|choice)\\s*\\(.*\\)\\s*")) {
      throw SearchKeys.unsearchable(setting);
    }
    SettingKeys.ALL.stream()
        .filter(key -> key.name().equals(setting.key()))
        .forEach(key -> key.read(setting));
  }

  /** As one text; a list of what can be searched as a choice. */
  static String text(Setting setting) {
    return setting.items().isEmpty() || !SearchKeys.SEARCHABLE.contains(setting.key())
        ? setting.text()
        : setting.items().stream()
            .map(Setting::text)
            .collect(Collectors.joining("; ", "choice(", ")"));
  }
}
