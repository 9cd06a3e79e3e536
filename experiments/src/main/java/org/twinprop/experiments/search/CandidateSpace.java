package org.twinprop.experiments.search;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.SettingKeys;
import org.twinprop.layers.text.Nearest;
import org.twinprop.trainer.search.TextSpace;

/** The space of one setting, as a person wrote it. */
final class CandidateSpace {
  private static final Pattern WORD = Pattern.compile("(?<![\\w-])([A-Za-z_]+)\\s*\\(");

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

  /** Whether it stands for several values; what cannot be read as such is for others to refuse. */
  static boolean isSpace(Setting setting) {
    try {
      return setting.items().size() > 1 || !TextSpace.parse(setting.text()).isFixed();
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static List<Setting> texts(Setting setting) {
    return setting.items().isEmpty() ? List.of(setting) : setting.items();
  }

  /** What is wrong with a value is better known before the first candidate than after the last. */
  private static void requireReadable(Setting text) {
    try {
      SearchKeys.named(text.key()).read(text);
    } catch (BadInput e) {
      throw WORD.matcher(text.text())
          .results()
          .map(found -> found.group(1))
          .map(word -> Map.entry(word, Nearest.hint(word, TextSpace.WORDS)))
          .filter(hint -> hint.getValue().startsWith("did you mean"))
          .findFirst()
          .map(
              hint ->
                  new BadInput(
                      "%s; there is no space '%s(...)' (%s)"
                          .formatted(e.getMessage(), hint.getKey(), hint.getValue()),
                      e))
          .orElse(e);
    }
  }

  /**
   * @throws BadInput if the setting is a space, or cannot be
   */
  static void requireFixed(Setting setting) {
    if (setting
        .text()
        .matches("\\s*(%s)\\s*\\(.*\\)\\s*".formatted(String.join("|", TextSpace.WORDS)))) {
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
