package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.reading.AmountReading.ReadDigit;
import org.twinprop.data.reading.Hypothesis.Placed;

/** Reads the amount from the ink in its box. */
final class AmountReader {
  private final DigitClassifier classifier;
  private final Calibration calibration;

  AmountReader(DigitClassifier classifier, Calibration calibration) {
    this.classifier = classifier;
    this.calibration = calibration;
  }

  /**
   * @param ink as {@link InkSeparation} tells it
   * @param scale pixels for each of the check
   * @return empty if nothing there can be an amount
   */
  Optional<AmountReading> read(GrayF32 ink, int scale) {
    List<Segmentation> ways = Segmentation.of(ink, scale);
    List<Segment> segments = ways.stream().flatMap(way -> way.segments().stream()).toList();
    DigitScores digits = DigitScores.of(classifier, segments);
    return assembled(ways.stream().flatMap(way -> read(way, digits).stream()).toList(), digits);
  }

  private List<Hypothesis> read(Segmentation way, DigitScores digits) {
    Map<Segment, Double> currency = new IdentityHashMap<>();
    for (Segment one : way.segments()) {
      currency.put(
          one,
          CurrencySign.likeness(way.pieces(), one, way.writing().ink(), way.line())
              + digits.noDigit(one));
    }
    return new Lattice(way.pieces(), way.segments(), digits, currency, way.line()).read();
  }

  private Optional<AmountReading> assembled(List<Hypothesis> all, DigitScores known) {
    Map<Long, Hypothesis> amounts = new LinkedHashMap<>();
    for (Hypothesis one : all) {
      amounts.merge(
          cents(one),
          one,
          (a, b) -> {
            Hypothesis better = a.best() >= b.best() ? a : b;
            return new Hypothesis(
                better.place(),
                better.dollars(),
                better.cents(),
                better.best(),
                Hypothesis.sumOfLogs(a.all(), b.all()),
                better.last());
          });
    }
    List<Hypothesis> ranked =
        amounts.values().stream().sorted(Comparator.comparingDouble(one -> -one.all())).toList();
    if (ranked.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(reading(ranked, known));
  }

  private AmountReading reading(List<Hypothesis> ranked, DigitScores known) {
    Hypothesis first = ranked.get(0);
    List<Placed> digits = digits(first);
    double others = Confidence.unreadable(first);
    for (Hypothesis one : ranked.subList(1, ranked.size())) {
      others = Hypothesis.sumOfLogs(others, one.all());
    }
    double second = ranked.size() > 1 ? ranked.get(1).all() : Double.NEGATIVE_INFINITY;
    Evidence evidence =
        new Evidence(
            first.all() - others,
            first.all() - second,
            digits.stream()
                .mapToDouble(one -> known.logarithm(one.segment(), one.digit()))
                .min()
                .orElse(0),
            first.best() / first.signs().size(),
            digits.size());
    double confidence = calibration.probability(evidence);
    return new AmountReading(
        cents(first),
        confidence,
        digits.stream().map(one -> readDigit(one, known)).toList(),
        ranked.size() > 1 ? cents(ranked.get(1)) : -1,
        Math.min(confidence, (1 - confidence) * Math.exp(second - others)),
        evidence);
  }

  private static long cents(Hypothesis one) {
    return 100 * Long.parseLong(one.dollars())
        + (one.cents().isEmpty() ? 0 : Long.parseLong(one.cents()));
  }

  private static List<Placed> digits(Hypothesis read) {
    return read.signs().stream()
        .filter(one -> one.sign() == Sign.DOLLARS || one.sign() == Sign.CENTS)
        .toList();
  }

  private static ReadDigit readDigit(Placed placed, DigitScores known) {
    Segment segment = placed.segment();
    return new ReadDigit(
        placed.digit(),
        placed.sign() == Sign.CENTS,
        segment.box(),
        Arrays.stream(known.probabilities(segment)).boxed().toList(),
        segment.image());
  }
}
