package org.twinprop.experiments.search;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.twinprop.experiments.file.ExperimentSchema;
import org.twinprop.experiments.file.SettingKey;
import org.twinprop.trainer.search.TextSpace;

/**
 * The settings of search files as JSON Schema: those of an experiment, of which some may have a
 * space instead of a value, and those of a search.
 */
public final class SearchSchema {
  /** Where a space stands in a text, the rest of it is a language of its own. */
  private static final Map<String, Object> SPACE =
      sorted(
          Map.of(
              "type",
              "string",
              "pattern",
              "(?<![\\w-])(%s)\\s*\\(.+\\)".formatted(String.join("|", TextSpace.WORDS))));

  private SearchSchema() {}

  /** The schema as JSON in lines, with a line end after the last. */
  public static String text() {
    return ExperimentSchema.text(
        "Twinprop search",
        "What './twinprop search FILE' searches: an experiment with spaces, such as log(1e-4, 1e-1), uniform(0, 0.5), whole(16, 128), choice(adam; sgd) or a list, in place of some values.",
        SearchKeys.heeded(),
        SearchSchema::values);
  }

  private static Map<String, Object> values(SettingKey<?> key) {
    if (!SearchKeys.SEARCHABLE.contains(key.name())) {
      return key.kind().schema();
    }
    Map<String, Object> one = Map.of("anyOf", List.of(key.kind().schema(), SPACE));
    return Map.of(
        "anyOf",
        List.of(
            key.kind().schema(),
            SPACE,
            sorted(Map.of("type", "array", "items", one, "minItems", 1))));
  }

  /** The same in every process, as {@code Map.of} is not. */
  private static Map<String, Object> sorted(Map<String, Object> map) {
    return new TreeMap<>(map);
  }
}
