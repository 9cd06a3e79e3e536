package org.twinprop.trainer.search;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twinprop.layers.text.Nearest;

/**
 * What a search makes small: one measure, or a weighted sum such as {@code 0.5*error +
 * 0.5*worst-group-error}.
 */
public final class Objective {
  /** The measures that an objective may name. */
  public enum Term {
    LOSS(Measures::loss),
    ERROR(Measures::error),
    WORST_GROUP_ERROR(Measures::worstGroupError),
    LARGEST_GAP(Measures::largestGap);

    private final ToDoubleFunction<Measures> value;

    Term(ToDoubleFunction<Measures> value) {
      this.value = value;
    }

    /** As a person writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final Pattern TERM = Pattern.compile("(?:([^*]+)\\*)?\\s*([a-z][a-z_-]*)");

  /** A plus sign, but not that of an exponent as in 1e+2. */
  private static final String PLUS = "(?<![0-9.][eE])\\+";

  private final Map<Term, Double> weights;

  private Objective(Map<Term, Double> weights) {
    this.weights = weights;
  }

  /**
   * @throws IllegalArgumentException if a measure is unknown, or a weight is not a number above 0
   */
  public static Objective parse(String text) {
    Map<Term, Double> weights = new LinkedHashMap<>();
    for (String part : text.split(PLUS, -1)) {
      Matcher matcher = TERM.matcher(part.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "the objective '%s' is no sum of measures, as in error, or 0.5*error + 0.5*worst-group-error"
                .formatted(text));
      }
      weights.merge(term(matcher.group(2)), weight(text, matcher.group(1)), Double::sum);
    }
    return new Objective(weights);
  }

  private static Term term(String name) {
    List<String> known = Arrays.stream(Term.values()).map(Term::text).toList();
    String dashed = name.replace('_', '-');
    if (!known.contains(dashed)) {
      throw new IllegalArgumentException(
          "there is no measure '%s' to make small (%s)"
              .formatted(name, Nearest.hint(dashed, known)));
    }
    return Term.values()[known.indexOf(dashed)];
  }

  private static double weight(String text, String written) {
    if (written == null) {
      return 1;
    }
    try {
      double weight = Double.parseDouble(written.strip());
      if (weight > 0 && Double.isFinite(weight)) {
        return weight;
      }
    } catch (NumberFormatException e) {
      // the message below serves for both
    }
    throw new IllegalArgumentException(
        "the weight '%s' in the objective '%s' must be a number above 0"
            .formatted(written.strip(), text));
  }

  /** The smaller, the better. */
  public double of(Measures measures) {
    double sum = 0;
    for (Map.Entry<Term, Double> entry : weights.entrySet()) {
      sum += entry.getValue() * entry.getKey().value.applyAsDouble(measures);
    }
    return sum;
  }

  /** Whether it cannot be computed without groups. */
  public boolean needsGroups() {
    return weights.containsKey(Term.WORST_GROUP_ERROR) || weights.containsKey(Term.LARGEST_GAP);
  }

  /** Whether it is a share where errors are: a mean of errors, without the loss. */
  public boolean isShare() {
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    return !weights.containsKey(Term.LOSS) && Math.abs(sum - 1) < 1e-9;
  }

  /** Its text, the same for all ways to write it. */
  @Override
  public String toString() {
    return weights.entrySet().stream()
        .map(entry -> (entry.getValue() == 1 ? "" : entry.getValue() + "*") + entry.getKey().text())
        .collect(Collectors.joining(" + "));
  }
}
