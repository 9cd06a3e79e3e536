package org.twinprop.experiments.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.twinprop.layers.text.Nearest;

/**
 * What values a setting takes: how one is read, and what an editor is told of it. Both come from
 * the same limits, so that they cannot drift apart.
 *
 * @param reader of a value; throws {@link org.twinprop.data.BadInput} with the place for any other
 * @param schema the same as JSON Schema
 */
public record ValueKind<T>(Function<Setting, T> reader, Map<String, Object> schema) {
  /** A folder or column may be called 2026, which YAML takes for a number. */
  private static final Map<String, Object> NAME =
      Map.of("type", List.of("string", "number", "boolean"));

  private static final Set<String> TRUE = Set.of("true", "on");
  private static final Set<String> FALSE = Set.of("false", "off");

  /** Whole numbers, both limits included. */
  public static ValueKind<Integer> wholeNumber(int least, int most) {
    String needed =
        most == Integer.MAX_VALUE
            ? "a whole number of at least " + least
            : "a whole number from %d to %,d".formatted(least, most);
    return new ValueKind<>(
        setting ->
            (int)
                longOf(setting).stream()
                    .filter(value -> value >= least && value <= most)
                    .findFirst()
                    .orElseThrow(() -> setting.wrong(needed)),
        ordered("type", "integer", "minimum", least, "maximum", most));
  }

  /** Whole numbers without limits but those of 64 bits. */
  static ValueKind<Long> anyWholeNumber() {
    return new ValueKind<>(
        setting -> longOf(setting).orElseThrow(() -> setting.wrong("a whole number")),
        ordered("type", "integer", "minimum", Long.MIN_VALUE, "maximum", Long.MAX_VALUE));
  }

  /** Finite numbers above 0. */
  public static ValueKind<Double> numberAboveZero() {
    return new ValueKind<>(
        setting ->
            doubleOf(setting).stream()
                .filter(value -> value > 0 && Double.isFinite(value))
                .boxed()
                .findFirst()
                .orElseThrow(() -> setting.wrong("a number above 0")),
        ordered("type", "number", "exclusiveMinimum", 0));
  }

  /** true and false, which may be called on and off. */
  public static ValueKind<Boolean> flag() {
    return new ValueKind<>(
        setting -> {
          if (!TRUE.contains(setting.single()) && !FALSE.contains(setting.single())) {
            throw setting.wrong("true or false");
          }
          return TRUE.contains(setting.single());
        },
        ordered("enum", List.of(true, false, "on", "off")));
  }

  /** One of a few words. */
  public static ValueKind<String> oneOf(String... words) {
    return new ValueKind<>(
        setting -> {
          if (!Arrays.asList(words).contains(setting.single())) {
            throw setting.wrong(String.join(" or ", words) + close(setting.single(), words));
          }
          return setting.single();
        },
        ordered("enum", List.of(words)));
  }

  private static String close(String given, String... words) {
    String hint = Nearest.hint(given, List.of(words));
    return hint.startsWith("did you mean") ? " (" + hint + ")" : "";
  }

  /** Names of things, whose reader says which there are. */
  static <T> ValueKind<T> named(Collection<String> names, Function<String, T> reader) {
    return new ValueKind<>(
        setting -> setting.read(() -> reader.apply(setting.single())),
        ordered("enum", List.copyOf(names)));
  }

  /**
   * Texts in a language of their own, kept as they are.
   *
   * @param reader is asked whether it can read one; what it refuses is said with the place
   */
  public static ValueKind<String> text(Function<String, ?> reader) {
    return new ValueKind<>(
        setting -> {
          String text = setting.single().replaceAll("\\s+", " ");
          setting.read(() -> reader.apply(text));
          return text;
        },
        ordered("type", "string"));
  }

  /** Names of columns, which only the data know. */
  public static ValueKind<String> column() {
    return new ValueKind<>(Setting::single, NAME);
  }

  /** Folders and files, wherever they are. */
  static ValueKind<Path> path() {
    return new ValueKind<>(
        setting -> {
          try {
            return Path.of(setting.single());
          } catch (InvalidPathException e) {
            throw setting.wrong("a path (" + e.getReason() + ")");
          }
        },
        NAME);
  }

  /**
   * Lists, or a single item: as lists of YAML, or in one text, as {@code --set} has it.
   *
   * @param separator between items in one text
   */
  static <T> ValueKind<List<T>> listOf(ValueKind<T> item, char separator) {
    Map<String, Object> list = ordered("type", "array", "items", item.schema, "minItems", 1);
    return new ValueKind<>(
        setting -> setting.split(separator).stream().map(item.reader).toList(),
        ordered(
            "anyOf",
            List.of(
                list, item.schema, ordered("type", "string", "pattern", "[" + separator + "]"))));
  }

  private static OptionalLong longOf(Setting setting) {
    try {
      return OptionalLong.of(Long.parseLong(setting.single()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalDouble doubleOf(Setting setting) {
    try {
      return OptionalDouble.of(Double.parseDouble(setting.single()));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
