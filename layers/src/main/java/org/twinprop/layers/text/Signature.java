package org.twinprop.layers.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.layers.Layer;
import org.twinprop.layers.primitives.Window.Pair;

/**
 * How a name is written in a network text: {@code conv(out, kernel, stride=1, pad=0)} has two
 * arguments that must be given and two with defaults. {@code stride?} may be left out without
 * having a default of its own; {@code residual(...)} takes layers instead of arguments.
 */
public final class Signature {
  private final String text;
  private final String name;
  private final boolean takesLayers;
  private final List<String> names = new ArrayList<>();
  private final List<String> required = new ArrayList<>();
  private final Map<String, String> defaults = new LinkedHashMap<>();

  /**
   * @param text as in the examples above; a name alone takes no arguments
   */
  public Signature(String text) {
    this.text = text;
    int open = text.indexOf('(');
    name = open < 0 ? text : text.substring(0, open);
    String inside = open < 0 ? "" : text.substring(open + 1, text.length() - 1);
    takesLayers = inside.equals("...");
    if (!takesLayers && !inside.isBlank()) {
      for (String argument : inside.split(",")) {
        addArgument(argument.strip());
      }
    }
  }

  private void addArgument(String argument) {
    int equals = argument.indexOf('=');
    if (equals >= 0) {
      names.add(argument.substring(0, equals));
      defaults.put(argument.substring(0, equals), argument.substring(equals + 1));
    } else if (argument.endsWith("?")) {
      names.add(argument.substring(0, argument.length() - 1));
    } else {
      names.add(argument);
      required.add(argument);
    }
  }

  public String name() {
    return name;
  }

  /** Whether layers stand between the parentheses. */
  public boolean takesLayers() {
    return takesLayers;
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * The text that has these arguments: what must be given by place, and of the rest by name what is
   * not its default.
   *
   * @param values in the order of the signature; null for one that is left out
   */
  String write(Object... values) {
    List<String> given = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (takesLayers) {
        given.add(values[i].toString());
      } else if (required.contains(names.get(i))) {
        given.add(written(values[i]));
      } else if (values[i] != null && !isDefault(names.get(i), values[i])) {
        given.add(names.get(i) + "=" + written(values[i]));
      }
    }
    return given.isEmpty() ? name : name + "(" + String.join(",", given) + ")";
  }

  private boolean isDefault(String argument, Object value) {
    String otherwise = defaults.get(argument);
    if (value instanceof Double number && otherwise != null) {
      return Double.parseDouble(otherwise) == number;
    }
    return written(value).equals(otherwise);
  }

  /** A pair of two equal counts is written as one. */
  private static String written(Object value) {
    return value instanceof Pair pair && pair.vertical() == pair.horizontal()
        ? Integer.toString(pair.vertical())
        : value.toString();
  }

  Arguments layers(List<Layer> body, List<String> texts) {
    return new Arguments(name, Map.of(), body, texts);
  }

  /**
   * @param given the arguments as written, such as {@code 5} or {@code stride=2}
   * @throws IllegalArgumentException for an argument too many, unknown, given twice or missing
   */
  public Arguments read(List<String> given) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int place = 0; place < given.size(); place++) {
      put(values, given.get(place), place);
    }
    for (String must : required) {
      if (!values.containsKey(must)) {
        throw new IllegalArgumentException(name + " needs '" + must + "': write " + text);
      }
    }
    defaults.forEach(values::putIfAbsent);
    return new Arguments(name, values, List.of(), List.of());
  }

  private void put(Map<String, String> values, String argument, int place) {
    int equals = argument.indexOf('=');
    if (equals < 0 && place >= names.size()) {
      throw new IllegalArgumentException(
          name + " takes no argument '" + argument + "': write " + text);
    }
    String key = equals < 0 ? names.get(place) : argument.substring(0, equals).strip();
    if (!names.contains(key)) {
      throw new IllegalArgumentException(name + " has no '" + key + "': write " + text);
    }
    if (values.put(key, argument.substring(equals + 1).strip()) != null) {
      throw new IllegalArgumentException(name + " got '" + key + "' twice: write " + text);
    }
  }
}
