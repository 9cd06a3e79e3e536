package org.twinprop.layers.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.twinprop.layers.Layer;
import org.twinprop.layers.primitives.Window.Pair;

/**
 * The arguments of one name in a network text, as in {@code conv(20, 5, stride=2)}: by place, or by
 * the name in its signature. Every reader says what is wrong with a value, and what would be right.
 */
public final class Arguments {
  private final String owner;
  private final Map<String, String> values;
  private final List<Layer> body;
  private final List<String> bodyTexts;

  Arguments(String owner, Map<String, String> values, List<Layer> body, List<String> bodyTexts) {
    this.owner = owner;
    this.values = new LinkedHashMap<>(values);
    this.body = body;
    this.bodyTexts = bodyTexts;
  }

  /** The layers between the parentheses, for a layer that is made of layers. */
  public List<Layer> body() {
    return body;
  }

  /** The texts of {@link #body}, one each. */
  public List<String> bodyTexts() {
    return bodyTexts;
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A whole number of at least {@code least}. */
  public int count(String name, int least) {
    String text = text(name);
    try {
      int value = Integer.parseInt(text);
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the message
    }
    throw wrong(name, text, "a whole number of at least " + least + upperBound(text));
  }

  /** A whole number for both directions, or vertical x horizontal: {@code 5} or {@code 3x2}. */
  public Pair pair(String name, int least) {
    String text = text(name);
    String[] parts = text.split("x", -1);
    try {
      int vertical = Integer.parseInt(parts[0]);
      int horizontal = parts.length == 1 ? vertical : Integer.parseInt(parts[1]);
      if (parts.length <= 2 && vertical >= least && horizontal >= least) {
        return new Pair(vertical, horizontal);
      }
    } catch (NumberFormatException e) {
      // falls through to the message
    }
    throw wrong(
        name,
        text,
        "a whole number of at least %d%s, or two joined by x as in 3x2"
            .formatted(least, upperBound(text)));
  }

  /** Said only where it matters: to someone who wrote more digits than such a number can have. */
  private static String upperBound(String text) {
    return text.matches(".*\\d{10}.*") ? " and at most " + Integer.MAX_VALUE : "";
  }

  /** The pair of this name, or {@code otherwise} if it was not given. */
  public Pair pair(String name, int least, Pair otherwise) {
    return has(name) ? pair(name, least) : otherwise;
  }

  /** Any finite number. */
  public double number(String name) {
    String text = text(name);
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the message
    }
    throw wrong(name, text, "a number");
  }

  /** A number x with {@code least <= x < below}. */
  public double number(String name, double least, double below) {
    double value = number(name);
    if (value >= least && value < below) {
      return value;
    }
    String upper = below == Double.POSITIVE_INFINITY ? "" : " and below " + plain(below);
    throw wrong(name, text(name), "a number of at least " + plain(least) + upper);
  }

  /** A number above 0. */
  public double positive(String name) {
    double value = number(name);
    if (value > 0) {
      return value;
    }
    throw wrong(name, text(name), "a number above 0");
  }

  /** A number above 0 and at most 1. */
  public double share(String name) {
    double value = number(name);
    if (value > 0 && value <= 1) {
      return value;
    }
    throw wrong(name, text(name), "a number above 0 and at most 1");
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name) {
    return Boolean.parseBoolean(word(name, "true", "false"));
  }

  /** One of the given words. */
  public String word(String name, String... allowed) {
    String text = text(name);
    if (Set.of(allowed).contains(text)) {
      return text;
    }
    throw wrong(name, text, "one of " + String.join(", ", new TreeSet<>(Set.of(allowed))));
  }

  private String text(String name) {
    String text = values.get(name);
    if (text == null) {
      throw new IllegalArgumentException(owner + " needs '" + name + "'");
    }
    return text;
  }

  private IllegalArgumentException wrong(String name, String text, String needed) {
    return new IllegalArgumentException(
        "%s: %s=%s, but it must be %s".formatted(owner, name, text, needed));
  }
}
