package org.twinprop.data.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All ways to take pieces for signs of an amount, searched from left to right, the unlikely ones
 * dropped on the way.
 *
 * <p>A way's probability is, but for a constant, the product over its signs of what the classifier
 * says of the digit, of how likely shape and place are, and of what cuts and joins cost.
 *
 * <p>Source: LeCun, Bottou, Bengio and Haffner (1998), section V: heuristic over-segmentation, and
 * the segmentation graph with its forward and Viterbi scores (section VI.A, VI.D).
 */
final class Lattice {
  private static final int BEAM = 60;

  private final List<Piece> pieces;
  private final Map<Integer, List<Segment>> byStart = new HashMap<>();
  private final DigitScores digits;
  private final Map<Segment, Double> currency;
  private final Line line;

  /**
   * @param digits what the classifier says of each segment
   * @param currency how much each looks like a dollar sign, as a logarithm
   */
  Lattice(
      List<Piece> pieces,
      List<Segment> segments,
      DigitScores digits,
      Map<Segment, Double> currency,
      Line line) {
    this.pieces = pieces;
    this.digits = digits;
    this.currency = currency;
    this.line = line;
    segments.forEach(s -> byStart.computeIfAbsent(s.from(), from -> new ArrayList<>()).add(s));
  }

  /** What was read in the end, the most probable first. */
  List<Hypothesis> read() {
    List<Map<String, Hypothesis>> upTo = new ArrayList<>();
    for (int i = 0; i <= pieces.size(); i++) {
      upTo.add(new LinkedHashMap<>());
    }
    put(upTo.get(0), Hypothesis.START);
    for (int i = 0; i < pieces.size(); i++) {
      for (Hypothesis hypothesis : best(upTo.get(i))) {
        put(
            upTo.get(i + 1),
            hypothesis.then(Sign.NOTHING, -1, null, line.nothing(pieces.get(i).ink().area())));
        for (Segment segment : byStart.getOrDefault(i, List.of())) {
          extend(hypothesis, segment, upTo.get(segment.to()));
        }
      }
    }
    boolean overStroke = pieces.stream().anyMatch(piece -> piece.row() == Row.RAISED);
    return best(upTo.get(pieces.size())).stream()
        .map(
            h ->
                h.then(
                    Sign.NOTHING,
                    -1,
                    null,
                    h.place().end(overStroke) + AmountPrior.logarithm(h.cents())))
        .filter(h -> h.best() > Double.NEGATIVE_INFINITY)
        .sorted(Comparator.comparingDouble(h -> -h.all()))
        .toList();
  }

  private static List<Hypothesis> best(Map<String, Hypothesis> hypotheses) {
    return hypotheses.values().stream()
        .sorted(Comparator.comparingDouble(h -> -h.all()))
        .limit(BEAM)
        .toList();
  }

  private static void put(Map<String, Hypothesis> hypotheses, Hypothesis one) {
    hypotheses.merge(one.key(), one, Hypothesis::or);
  }

  private void extend(Hypothesis before, Segment segment, Map<String, Hypothesis> into) {
    double cost = segment.joins() + Segments.cut(pieces, segment.from());
    Row row = pieces.get(segment.from()).row();
    for (Sign sign : before.place().next(row)) {
      switch (sign) {
        case CURRENCY -> put(into, before.then(sign, -1, segment, cost + currency.get(segment)));
        case COMMA -> put(into, before.then(sign, -1, segment, cost + line.comma(segment.box())));
        case POINT -> put(into, before.then(sign, -1, segment, cost + line.point(segment.box())));
        case SLASH -> put(into, before.then(sign, -1, segment, cost + line.slash(segment.box())));
        case HUNDRED -> hundred(before, segment, cost, into);
        case DOLLARS, CENTS -> digits(before, sign, segment, cost, into);
        case NOTHING -> {}
      }
    }
  }

  private void hundred(
      Hypothesis before, Segment segment, double cost, Map<String, Hypothesis> into) {
    Grammar place = before.place();
    int digit = place.phase() == Grammar.Phase.HUNDRED && place.digits() > 0 ? 0 : 1;
    double score = cost + line.lowered(segment.box(), digit) + digits.score(segment, digit) / 2;
    put(into, before.then(Sign.HUNDRED, digit, segment, score));
  }

  private void digits(
      Hypothesis before, Sign sign, Segment segment, double cost, Map<String, Hypothesis> into) {
    boolean large = sign == Sign.DOLLARS || before.place().phase() == Grammar.Phase.AFTER_POINT;
    for (int digit = 0; digit < 10; digit++) {
      if (digits.isWorthTrying(segment, digit)) {
        double shape = large ? line.digit(segment.box(), digit) : line.raised(segment.box(), digit);
        double score = cost + shape + digits.score(segment, digit);
        put(into, before.then(sign, digit, segment, score));
      }
    }
  }
}
