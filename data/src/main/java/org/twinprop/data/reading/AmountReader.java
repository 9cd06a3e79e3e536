package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
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
  private final DigitClassifier classifier;

  AmountReader(DigitClassifier classifier) {
    this.classifier = classifier;
  }

  /**
   * @param ink as {@link InkSeparation} tells it
   * @param scale pixels for each of the check
   * @return empty if nothing there can be an amount
   */
  Optional<AmountReading> read(GrayF32 ink, int scale) {
    Handwriting writing = Handwriting.of(ink, scale);
    if (writing.components().isEmpty()) {
      return Optional.empty();
    }
    List<Hypothesis> all = new ArrayList<>();
    Map<Segment, double[]> known = new IdentityHashMap<>();
    for (double height : heights(writing)) {
      all.addAll(read(writing, Optional.empty(), height, known));
      LevelStroke.find(writing, height)
          .ifPresent(level -> all.addAll(read(writing, Optional.of(level), height, known)));
    }
    return assembled(all, known);
  }

  private List<Hypothesis> read(
      Handwriting writing,
      Optional<LevelStroke> level,
      double height,
      Map<Segment, double[]> known) {
    List<Piece> pieces = Pieces.of(writing, level, height);
    List<Segment> segments = Segments.of(pieces, writing, height);
    List<double[]> probabilities =
        classifier.probabilities(segments.stream().map(Segment::image).toList());
    Line line = new Line(height, base(writing, height), writing.stroke());
    Map<Segment, double[]> digits = new IdentityHashMap<>();
    Map<Segment, Double> currency = new IdentityHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      digits.put(segments.get(i), probabilities.get(i));
      currency.put(
          segments.get(i), CurrencySign.likeness(pieces, segments.get(i), writing.ink(), line));
    }
    known.putAll(digits);
    return new Lattice(pieces, digits, currency, line).read();
  }

  /** What the height of a large digit may be: heights of tall components, lowest to highest. */
  private static List<Double> heights(Handwriting writing) {
    double[] all =
        writing.components().stream().mapToDouble(one -> one.box().height()).sorted().toArray();
    double tallest = all[all.length - 1];
    double[] tall = Arrays.stream(all).filter(height -> height > 0.6 * tallest).toArray();
    List<Double> chosen = new ArrayList<>();
    for (double quantile : new double[] {0.5, 0.1, 0.9}) {
      double height = tall[(int) Math.round(quantile * (tall.length - 1))];
      if (chosen.stream().allMatch(other -> Math.abs(other - height) > 0.07 * height)) {
        chosen.add(height);
      }
    }
    return chosen;
  }

  /** The median of where components of about this height end. */
  private static double base(Handwriting writing, double height) {
    double[] ends =
        writing.components().stream()
            .map(Component::box)
            .filter(box -> Math.abs(box.height() - height) < 0.2 * height)
            .mapToDouble(Box::bottom)
            .sorted()
            .toArray();
    return ends[ends.length / 2];
  }

  private static Optional<AmountReading> assembled(
      List<Hypothesis> all, Map<Segment, double[]> known) {
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
    Hypothesis first = ranked.get(0);
    double sum = Confidence.unreadable(first);
    for (Hypothesis one : ranked) {
      sum = Hypothesis.sumOfLogs(sum, one.all());
    }
    return Optional.of(
        new AmountReading(
            cents(first),
            Math.exp(first.all() - sum),
            digits(first, known),
            ranked.size() > 1 ? cents(ranked.get(1)) : -1,
            ranked.size() > 1 ? Math.exp(ranked.get(1).all() - sum) : 0));
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
