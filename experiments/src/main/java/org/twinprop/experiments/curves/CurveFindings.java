package org.twinprop.experiments.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.evaluation.statistics.Estimate;
import org.twinprop.trainer.evaluation.statistics.Spread;

/**
 * What the curves say, in sentences.
 *
 * @param regression whether numbers are predicted
 * @param validationExamples how many each validation error is of
 * @param points every training
 */
record CurveFindings(boolean regression, int validationExamples, List<CurvePoint> points) {

  /** The places of a curve, in the order of their trainings. */
  List<Place> places(String curve) {
    Map<List<Object>, List<CurvePoint>> places =
        points.stream()
            .filter(point -> point.curve().equals(curve))
            .collect(
                Collectors.groupingBy(
                    point -> List.of(point.examples(), point.model()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return places.values().stream()
        .map(
            seeds ->
                new Place(
                    seeds.get(0).examples(),
                    seeds.get(0).model(),
                    seeds.get(0).parameters(),
                    seeds))
        .toList();
  }

  /** Of the network as it is, with all examples; else of the first of several networks. */
  Optional<TradeOff> tradeOff() {
    return judged().map(place -> TradeOff.of(place, standardError(place.validation().mean())));
  }

  private Optional<Place> judged() {
    List<Place> examples = places(CurvePoint.EXAMPLES);
    if (!examples.isEmpty()) {
      return Optional.of(examples.get(examples.size() - 1));
    }
    List<Place> models = places(CurvePoint.MODEL);
    return models.stream()
        .filter(place -> place.model().equals("1x"))
        .findFirst()
        .or(() -> models.stream().findFirst());
  }

  /**
   * Of an error rate by the binomial distribution; of a root mean squared error where errors are
   * normal: e / sqrt(2 n).
   */
  private double standardError(double error) {
    return regression
        ? error / Math.sqrt(2.0 * validationExamples)
        : Math.sqrt(error * (1 - error) / validationExamples);
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    judged().ifPresent(place -> sentences.add(where(place)));
    tradeOff().ifPresent(found -> sentences.add(side(found)));
    trend(places(CurvePoint.EXAMPLES)).ifPresent(sentences::add);
    sizes(places(CurvePoint.MODEL)).ifPresent(sentences::add);
    return sentences;
  }

  private String where(Place place) {
    return "With %s examples, the network%s has %s of %s on what it learned from, and of %s on %s examples that it did not (mean of %s)."
        .formatted(
            Formats.count(place.examples()),
            place.model().equals("1x") ? "" : " " + place.model(),
            regression ? "a root mean squared error" : "an error rate",
            value(place.training().mean()),
            value(place.validation().mean()),
            Formats.count(validationExamples),
            Formats.count(place.points().size(), "seed"));
  }

  private String side(TradeOff found) {
    String gap =
        found.gap().value() < 0
            ? "none was seen: %s less than on what was learned from; likely between %s"
                .formatted(value(-found.gap().value()), range(found.gap()))
            : "%s of the %s, likely between %s"
                .formatted(
                    value(found.gap().value()), value(found.validation()), range(found.gap()));
    return switch (found.side()) {
      case VARIANCE ->
          "Most of the validation error is the gap between the two (%s): the variance side of the trade-off. More examples, or regularisation such as l2 and dropout, should help more than a larger network."
              .formatted(gap);
      case BIAS ->
          "Most of the validation error is there on the very examples that were learned from; the gap is the smaller part (%s): the bias side of the trade-off, or noise that no network could fit. A larger network, longer training or other inputs should help more than more examples."
              .formatted(gap);
      case UNKNOWN ->
          Double.isNaN(found.gap().low())
              ? "On which side of the trade-off that is, one seed cannot tell: how much results vary is not known. Train several with --seeds."
              : "On which side of the trade-off that is cannot be told: the gap between the two may be the larger or the smaller part of the validation error (%s)."
                  .formatted(gap);
    };
  }

  /** Whether more examples still help: from the last place but one to the last, seed by seed. */
  private Optional<String> trend(List<Place> places) {
    if (places.size() < 2) {
      return Optional.empty();
    }
    Place before = places.get(places.size() - 2);
    Place last = places.get(places.size() - 1);
    Estimate fall = change(before, last);
    String sentence =
        "From %s to %s examples, the validation error changed by %s%s"
            .formatted(
                Formats.count(before.examples()),
                Formats.count(last.examples()),
                signed(fall.value()),
                likely(fall));
    if (fall.high() < 0) {
      return Optional.of(sentence + ": still more examples would probably help.");
    }
    return Optional.of(
        sentence
            + (fall.low() > 0
                ? ": more examples made it worse, which hints at training that is too short for them."
                : ": whether still more examples would help, these seeds do not show."));
  }

  /** The best of several networks beside the smallest and the largest. */
  private Optional<String> sizes(List<Place> places) {
    if (places.size() < 2) {
      return Optional.empty();
    }
    List<Place> bySize =
        places.stream().sorted(Comparator.comparingLong(Place::parameters)).toList();
    Place best =
        bySize.stream()
            .min(Comparator.comparingDouble(place -> place.validation().mean()))
            .orElseThrow();
    Place smallest = bySize.get(0);
    Place largest = bySize.get(bySize.size() - 1);
    StringBuilder sentence = new StringBuilder();
    sentence.append(
        "Of %d networks, %s (%s parameters) had the lowest validation error, %s."
            .formatted(
                places.size(),
                best.model(),
                Formats.count(best.parameters()),
                value(best.validation().mean())));
    for (Place other : List.of(smallest, largest)) {
      if (!other.equals(best)) {
        Estimate worse = change(best, other);
        sentence.append(
            " %s, %s (%s parameters), had %s%s%s."
                .formatted(
                    other.equals(smallest) ? "The smallest" : "The largest",
                    other.model(),
                    Formats.count(other.parameters()),
                    signed(worse.value()),
                    likely(worse),
                    worse.low() > 0 ? "" : ", which these seeds do not tell from chance"));
      }
    }
    return Optional.of(sentence.toString());
  }

  /** Of the validation error, with the same seeds on both sides. */
  private static Estimate change(Place from, Place to) {
    Map<Long, Double> before =
        from.points().stream()
            .collect(Collectors.toMap(CurvePoint::seed, CurvePoint::validationError));
    double[] changes =
        to.points().stream()
            .filter(point -> before.containsKey(point.seed()))
            .mapToDouble(point -> point.validationError() - before.get(point.seed()))
            .toArray();
    return changes.length == 0 ? Estimate.NONE : Spread.of(changes).meanInterval();
  }

  private String likely(Estimate estimate) {
    return Double.isNaN(estimate.low()) ? "" : " (likely between " + signedRange(estimate) + ")";
  }

  private String range(Estimate estimate) {
    return value(estimate.low()) + " and " + value(estimate.high());
  }

  private String signedRange(Estimate estimate) {
    return regression
        ? "%+.4g and %+.4g".formatted(estimate.low(), estimate.high())
        : "%+.2f and %+.2f".formatted(100 * estimate.low(), 100 * estimate.high());
  }

  private String signed(double change) {
    return regression
        ? "%+.4g".formatted(change)
        : "%+.2f percentage points".formatted(100 * change);
  }

  private String value(double value) {
    return regression ? Formats.measure(value) : Formats.percent(value);
  }
}
