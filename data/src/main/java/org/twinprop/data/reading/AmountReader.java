package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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
  /** Nothing is less probable than this. */
  private static final double LEAST = 1e-4;

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
    Map<Segment, double[]> digits = digits(ways);
    return assembled(ways.stream().flatMap(way -> read(way, digits).stream()).toList(), digits);
  }

  /** What the classifier says of every segment. */
  private Map<Segment, double[]> digits(List<Segmentation> ways) {
    List<Segment> all = ways.stream().flatMap(way -> way.segments().stream()).toList();
    Map<ByteBuffer, Integer> numbers = new LinkedHashMap<>();
    all.forEach(one -> numbers.putIfAbsent(ByteBuffer.wrap(one.image()), numbers.size()));
    List<double[]> probabilities =
        classifier.probabilities(numbers.keySet().stream().map(ByteBuffer::array).toList());
    Map<Segment, double[]> digits = new IdentityHashMap<>();
    all.forEach(
        one -> digits.put(one, probabilities.get(numbers.get(ByteBuffer.wrap(one.image())))));
    return digits;
  }

  private List<Hypothesis> read(Segmentation way, Map<Segment, double[]> digits) {
    Map<Segment, Double> currency = new IdentityHashMap<>();
    for (Segment one : way.segments()) {
      currency.put(
          one,
          CurrencySign.likeness(way.pieces(), one, way.writing().ink(), way.line())
              + (classifier.knowsOthers() ? noDigit(digits.get(one)) : 0));
    }
    return new Lattice(way.pieces(), way.segments(), digits, currency, way.line()).read();
  }

  /** The logarithm of the probability that something is no digit. */
  private static double noDigit(double[] digits) {
    return Math.log(Math.max(LEAST, 1 - Arrays.stream(digits).sum()));
  }

  private Optional<AmountReading> assembled(List<Hypothesis> all, Map<Segment, double[]> known) {
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
    return Optional.of(reading(ranked, digits(ranked.get(0), known)));
  }

  private AmountReading reading(List<Hypothesis> ranked, List<ReadDigit> digits) {
    Hypothesis first = ranked.get(0);
    double others = Confidence.unreadable(first);
    for (Hypothesis one : ranked.subList(1, ranked.size())) {
      others = Hypothesis.sumOfLogs(others, one.all());
    }
    double second = ranked.size() > 1 ? ranked.get(1).all() : Double.NEGATIVE_INFINITY;
    Evidence evidence =
        new Evidence(
            first.all() - others,
            first.all() - second,
            digits.stream().mapToDouble(AmountReader::logarithm).min().orElse(0),
            first.best() / first.signs().size(),
            digits.size());
    double confidence = calibration.probability(evidence);
    return new AmountReading(
        cents(first),
        confidence,
        digits,
        ranked.size() > 1 ? cents(ranked.get(1)) : -1,
        Math.min(confidence, (1 - confidence) * Math.exp(second - others)),
        evidence);
  }

  private static double logarithm(ReadDigit digit) {
    return Math.log(Math.max(1e-7, digit.probabilities().get(digit.digit())));
  }

  private static long cents(Hypothesis one) {
    return 100 * Long.parseLong(one.dollars())
        + (one.cents().isEmpty() ? 0 : Long.parseLong(one.cents()));
  }

  private static List<ReadDigit> digits(Hypothesis read, Map<Segment, double[]> known) {
    List<ReadDigit> digits = new ArrayList<>();
    for (Placed placed : read.signs()) {
      if (placed.sign() == Sign.DOLLARS || placed.sign() == Sign.CENTS) {
        Segment segment = placed.segment();
        digits.add(
            new ReadDigit(
                placed.digit(),
                placed.sign() == Sign.CENTS,
                segment.box(),
                Arrays.stream(known.get(segment)).boxed().toList(),
                segment.image()));
      }
    }
    return digits;
  }
}
