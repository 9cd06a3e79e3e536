package org.twinprop.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run found, in sentences that need no statistics to be read. */
public final class Findings {
  private static final String UNIT = "writer";

  private Findings() {}

  /**
   * @param predictions of each network for the same examples, the hand-written one first
   * @param columns the group columns to compare, in order
   * @param seed of the resampling
   */
  public static List<String> sentences(
      List<Predictions> predictions, List<String> columns, long seed) {
    List<String> sentences = new ArrayList<>();
    predictions.forEach(one -> sentences.add(overall(one)));
    if (predictions.size() == 2) {
      sentences.add(agreement(predictions.get(0), predictions.get(1)));
    }
    Predictions first = predictions.get(0);
    for (String column : columns) {
      ErrorGap gap = ErrorGap.of(first, column, UNIT, GroupErrorRates.DEFAULT_MINIMUM, seed);
      if (gap != null) {
        sentences.add(gap(gap, "the " + displayName(first.network()) + " network"));
        sentences.add(chance(gap));
      }
    }
    return sentences;
  }

  private static String overall(Predictions predictions) {
    GroupErrorRate all = GroupErrorRates.of(predictions, 1).get(0);
    return "The %s network got %,d of %,d wrong: %s (95%% interval %s to %s)."
        .formatted(
            displayName(predictions.network()),
            all.errors(),
            all.n(),
            percent(all.errorRate()),
            percent(all.low()),
            percent(all.high()));
  }

  private static String agreement(Predictions one, Predictions other) {
    long same = one.agreements(other);
    return "Both networks gave the same answer for %,d of %,d (%s)."
        .formatted(same, one.size(), percent((double) same / one.size()));
  }

  private static String gap(ErrorGap gap, String network) {
    if (gap.gap() == 0) {
      return "By %s, all groups have the same error rate.".formatted(gap.column());
    }
    return "By %s, %s is wrong most often about the group '%s' (%s) and least often about '%s' (%s): %s percentage points more (95%% interval %s to %s)."
        .formatted(
            gap.column(),
            network,
            gap.highest(),
            percent(gap.highestRate()),
            gap.lowest(),
            percent(gap.lowestRate()),
            points(gap.gap()),
            points(gap.low()),
            points(gap.high()));
  }

  private static String chance(ErrorGap gap) {
    boolean shares = gap.unit().startsWith(UNIT + "s'");
    String resampling =
        "If %s made no difference, groups%s would differ this much in %s random regroupings%s"
            .formatted(
                gap.column(),
                shares ? "" : " of these %,d %s".formatted(gap.units(), gap.unit()),
                share(gap.pValue()),
                shares ? " of each writer's examples" : "");
    if (gap.pValue() < 0.01) {
      return resampling + ": chance is not a likely explanation.";
    }
    if (gap.pValue() < 0.05) {
      return resampling + ": chance is possible, but not likely.";
    }
    return resampling
        + ": this could well be chance. That no difference was shown does not mean there is none.";
  }

  private static String share(double pValue) {
    return pValue <= 1.0 / (ErrorGap.RESAMPLES + 1)
        ? "fewer than 1 in %,d".formatted(ErrorGap.RESAMPLES + 1)
        : "about " + rounded(pValue) + " of";
  }

  /** Two digits are all that random regroupings can tell. */
  private static String rounded(double share) {
    return share < 0.1 ? percent(share) : String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  /** How a person calls a network. */
  public static String displayName(String network) {
    return switch (network) {
      case "dl4j" -> "DL4J";
      case RegressionFindings.LINEAR -> "linear regression";
      default -> "hand-written";
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }

  private static String points(double difference) {
    return String.format(Locale.ROOT, "%.2f", 100 * difference);
  }
}
