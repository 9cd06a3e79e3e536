package org.twinprop.experiments.console;

import java.util.Locale;

/** Numbers as the console shows them, the same on every machine. */
public final class Formats {
  private Formats() {}

  /** {@code 12,345}. */
  public static String count(long count) {
    return "%,d".formatted(count);
  }

  /** {@code 1 writer}, {@code 2,000 writers}. */
  public static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code 98.75%} of a share of 0.9875; a dash for what was not measured. */
  public static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f%%", 100 * share) : "-";
  }

  /** Four significant digits: {@code 0.1234}, {@code 12.35}, {@code 1,235}; a dash for NaN. */
  public static String measure(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e9)) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    int decimals = size < 1 ? 4 : Math.max(0, 3 - (int) Math.log10(size));
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** {@code 0.0123}, or {@code below 0.0001}. */
  public static String pValue(double pValue) {
    return pValue < 1e-4 ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", pValue);
  }

  /** {@code 0.1234}, or {@code 2.3e+30} where training goes wrong; a dash for NaN. */
  public static String loss(double loss) {
    if (Double.isNaN(loss)) {
      return "-";
    }
    return String.format(Locale.ROOT, Math.abs(loss) < 1e5 ? "%.4f" : "%.1e", loss);
  }

  /**
   * {@code 2.3e-10}; a dash for what has no such witness; {@code infinite} where it or the gradient
   * is no finite number.
   */
  public static String error(double relativeError) {
    if (Double.isNaN(relativeError)) {
      return "-";
    }
    return Double.isInfinite(relativeError)
        ? "infinite"
        : String.format(Locale.ROOT, "%.1e", relativeError);
  }

  /** {@code 42 s}, {@code 3 min 05 s} or {@code 2 h 10 min}. */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? "%d min %02d s".formatted(whole / 60, whole % 60)
        : "%d h %02d min".formatted(whole / 3600, whole / 60 % 60);
  }
}
