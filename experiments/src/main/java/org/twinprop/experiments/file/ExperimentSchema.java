package org.twinprop.experiments.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.twinprop.experiments.folder.TextFormats;
import org.twinprop.experiments.tasks.Tasks;

/**
 * The settings of experiment files as JSON Schema (draft 2020-12), by which editors complete keys
 * and mark mistakes. It is made of {@link SettingKeys}, which files are read by.
 */
public final class ExperimentSchema {
  private ExperimentSchema() {}

  /** The schema as JSON in lines, with a line end after the last. */
  public static String text() {
    return text(
        "Twinprop experiment",
        "What './twinprop run FILE' runs.",
        SettingKeys.ALL,
        key -> key.kind().schema());
  }

  /**
   * The schema of files with some keys.
   *
   * @param description of such files
   * @param values what a key takes, as JSON Schema
   */
  public static String text(
      String title,
      String description,
      List<SettingKey<?>> keys,
      Function<SettingKey<?>, Map<String, Object>> values) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", title);
    schema.put("description", description);
    schema.put("type", "object");
    schema.put("properties", properties(keys, values));
    schema.put("additionalProperties", false);
    schema.put("dependentSchemas", dependent(keys));
    schema.put(
        "anyOf",
        List.of(
            requiring(SettingKeys.EXPERIMENT, SettingKeys.NETWORK),
            requiring(SettingKeys.EXTENDS)));
    return TextFormats.lines(schema);
  }

  /** Keys about data go with the experiments that take them. */
  private static Map<String, Object> dependent(List<SettingKey<?>> keys) {
    Map<String, Object> dependent = new LinkedHashMap<>();
    for (SettingKey<?> key : keys) {
      List<String> takers = Tasks.taking(key.name());
      if (!takers.isEmpty()) {
        dependent.put(
            key.name(), Map.of("properties", Map.of("experiment", Map.of("enum", takers))));
      }
    }
    return dependent;
  }

  private static Map<String, Object> requiring(SettingKey<?>... keys) {
    return Map.of("required", List.of(keys).stream().map(SettingKey::name).toList());
  }

  private static Map<String, Object> properties(
      List<SettingKey<?>> keys, Function<SettingKey<?>, Map<String, Object>> values) {
    Map<String, Object> properties = new LinkedHashMap<>();
    keys.forEach(key -> properties.put(key.name(), property(key, values.apply(key))));
    return properties;
  }

  private static Map<String, Object> property(SettingKey<?> key, Map<String, Object> values) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("description", key.description());
    property.putAll(values);
    key.standIn()
        .ifPresent(
            text -> property.put("default", key.read(new Setting(key.name(), text, "default"))));
    return property;
  }
}
