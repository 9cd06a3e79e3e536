package org.twinprop.trainer.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Constants by which a gradient can be too large, and the mistakes they stand for.
 *
 * @param examples in the batch
 * @param rows that the loss is the mean over: examples, or examples and steps
 * @param outputs of one row
 */
record Constants(long examples, long rows, long outputs) {
  /**
   * A constant with its meaning.
   *
   * @param codes of the mistakes; two where the sign is wrong too
   * @param cause in words
   * @param cost how unlikely: see {@link Cost}
   */
  record Meaning(double value, List<Code> codes, String cause, double cost) {}

  /** The constant nearest to c that has a meaning, or c itself as any factor. */
  Meaning meaning(double c, double precision) {
    for (Meaning known : all()) {
      if (Math.abs(c / known.value() - 1) <= precision) {
        return known;
      }
    }
    return any(c);
  }

  /** The constants that stand for a bias averaged over its rows. */
  Meaning averaged(double c, double precision, long places) {
    for (long count : new long[] {places, examples, places / Math.max(1, examples)}) {
      if (count > 1 && Math.abs(c * count - 1) <= precision) {
        return new Meaning(
            1.0 / count,
            List.of(Code.BIAS_AVERAGED),
            "{tensors} is the mean over %d %s where it must be their sum"
                .formatted(count, what(count, places)),
            Cost.MISTAKE);
      }
    }
    return null;
  }

  /** What was averaged over, where there is but one thing of which there are so many. */
  private String what(long count, long places) {
    if (count == places || examples * examples == places) {
      return "rows";
    }
    return count == examples ? "examples" : "steps or places of an example";
  }

  private List<Meaning> all() {
    List<Meaning> all = new ArrayList<>();
    for (int sign : new int[] {1, -1}) {
      add(all, sign, examples, "the mean over the batch of %d is missing".formatted(examples));
      if (rows != examples) {
        add(all, sign, rows, "the mean over the %d rows of the batch is missing".formatted(rows));
        add(
            all,
            sign,
            rows / examples,
            "the mean over the %d steps is missing".formatted(rows / examples));
      }
    }
    all.add(
        new Meaning(-1, List.of(Code.SIGN), "{tensors} {have} the opposite sign", Cost.MISTAKE));
    return all;
  }

  private static void add(List<Meaning> all, int sign, long count, String missing) {
    if (count == 1) {
      return;
    }
    String too = sign < 0 ? " and {have} the opposite sign" : "";
    double cost = sign < 0 ? Cost.MISTAKE + Cost.REPEATED : Cost.MISTAKE;
    all.add(
        new Meaning(
            sign * (double) count,
            codes(Code.BATCH_MEAN_MISSING, sign),
            "{tensors} {are} " + count + " times too large" + too + ": " + missing,
            cost));
    all.add(
        new Meaning(
            sign / (double) count,
            codes(Code.BATCH_MEAN_TWICE, sign),
            "{tensors} {are} "
                + count
                + " times too small"
                + too
                + ": it was divided by "
                + count
                + " twice",
            cost));
  }

  private static List<Code> codes(Code code, int sign) {
    return sign < 0 ? List.of(Code.SIGN, code) : List.of(code);
  }

  private Meaning any(double c) {
    return new Meaning(
        c,
        List.of(Code.FACTOR),
        "{tensors} {are} " + number(c) + " times what {they} must be" + hint(c),
        Cost.CONSTANT);
  }

  private String hint(double c) {
    if (c == 0.5) {
      return " (the 2 of a square's derivative?)";
    }
    if (outputs > 1 && Math.abs(c * outputs - 1) < 1e-6) {
      return " (a mean over the " + outputs + " outputs too much)";
    }
    return outputs > 1 && Math.abs(c / outputs - 1) < 1e-6
        ? " (a mean over the " + outputs + " outputs is missing)"
        : "";
  }

  /** The constant with three digits, if it is that but for rounding: people choose such rates. */
  static double rounded(double c) {
    double three = new BigDecimal(c).round(new MathContext(3)).doubleValue();
    return Math.abs(c - three) <= 1e-6 * Math.abs(c) ? three : c;
  }

  /** At least so many significant digits, and as many as tell the number from 1. */
  private static String digits(double c, int least) {
    int digits = least;
    while (digits < 15 && c != Math.rint(c) && isOne(c, digits)) {
      digits++;
    }
    return String.format(Locale.ROOT, "%." + digits + "g", c);
  }

  private static boolean isOne(double c, int digits) {
    return Math.abs(Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "g", c))) == 1;
  }

  /** A constant as a person writes it. */
  static String number(double c) {
    String text = digits(c, 6);
    return text.contains("e") || !text.contains(".")
        ? text
        : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
