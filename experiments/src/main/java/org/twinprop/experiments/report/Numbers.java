package org.twinprop.experiments.report;

import java.util.Locale;

/** Numbers as a reader meets them: rounded, with thousands set apart, the same in every country. */
public final class Numbers {
  private static final String MISSING = "–";
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numbers() {}

  /** A share as a percentage with two decimals: 0.0113 is 1.13%. */
  public static String percent(double share) {
    return Double.isNaN(share) ? MISSING : format("%.2f%%", 100 * share);
  }

  /** Both ends of an interval of shares. */
  public static String percents(double low, double high) {
    return percent(low) + " to " + percent(high);
  }

  public static String count(long number) {
    return format("%,d", number);
  }

  /** With four significant digits, or without decimals from a thousand on. */
  public static String measure(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? MISSING : value > 0 ? "∞" : "-∞";
    }
    double size = Math.abs(value);
    if (size >= 1000) {
      return format("%,.0f", value);
    }
    if (size > 0 && size < 0.001) {
      return scientific(value);
    }
    int decimals = size < 1 ? 4 : 3 - (int) Math.log10(size);
    return format("%." + decimals + "f", value);
  }

  /** As {@link #measure}, with its sign, also where that is plus. */
  public static String signed(double value) {
    return (value > 0 ? "+" : "") + measure(value);
  }

  /** One decimal and a power of ten: 3.1 × 10⁻⁹. */
  public static String scientific(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : measure(value);
    }
    String[] parts = format("%.1e", value).split("e");
    int exponent = Integer.parseInt(parts[1]);
    return parts[0] + " × 10" + (exponent < 0 ? "⁻" : "") + superscript(Math.abs(exponent));
  }

  /** A time that a person can picture: 0.42 s, 41 s, 4 min 10 s, 2 h 5 min. */
  public static String duration(double seconds) {
    if (seconds < 10) {
      return format("%.2f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? format("%d min %d s", whole / 60, whole % 60)
        : format("%d h %d min", whole / 3600, whole % 3600 / 60);
  }

  /** Of memory, in GiB. */
  public static String memory(long bytes) {
    return format("%.1f GiB", bytes / (double) (1L << 30));
  }

  private static String superscript(int number) {
    StringBuilder raised = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      raised.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return raised.toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
