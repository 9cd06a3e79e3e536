package org.twinprop.data.pen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulated person with a style, a habitual shape for each digit, and control points of their
 * own, kept from digit to digit.
 */
final class Writer {
  /** How often a writer uses the habitual shape of a digit. */
  private static final double FAITHFULNESS = 0.9;

  private final Population population;
  private final Style style;
  private final Chance chance;
  private final Map<Integer, Glyph> habitual = new HashMap<>();
  private final Map<Glyph, Glyph> ownShapes = new HashMap<>();

  Writer(Population population, Chance chance) {
    this.population = population;
    this.chance = chance;
    this.style = Habits.of(population).newWriter(chance);
    for (int digit = 0; digit < 10; digit++) {
      habitual.put(digit, choose(digit));
      for (Glyph glyph : Glyphs.of(digit)) {
        ownShapes.put(glyph, moved(glyph, style.ownShape()));
      }
    }
  }

  Population population() {
    return population;
  }

  /** Writes a digit once more: a 28 x 28 image, 0 paper and 255 ink. */
  byte[] write(int digit) {
    Glyph glyph = chance.happens(FAITHFULNESS) ? habitual.get(digit) : choose(digit);
    Style now = style.forOneDigit(chance);
    Hand hand = new Hand(now, chance);
    List<Trace> traces = new ArrayList<>();
    for (Stroke stroke : moved(ownShapes.get(glyph), style.wobble()).strokes()) {
      traces.add(hand.draw(Spline.through(stroke.points())));
    }
    return Normalisation.image(traces, now.penRadius(), now.pressure());
  }

  private Glyph choose(int digit) {
    List<Glyph> glyphs = Glyphs.of(digit);
    int sum = glyphs.stream().mapToInt(glyph -> glyph.shares().get(population)).sum();
    double ticket = sum * chance.uniform();
    for (Glyph glyph : glyphs) {
      ticket -= glyph.shares().get(population);
      if (ticket < 0) {
        return glyph;
      }
    }
    throw new AssertionError("a ticket is below the sum of the shares");
  }

  private Glyph moved(Glyph glyph, double spread) {
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : glyph.strokes()) {
      List<ControlPoint> points = new ArrayList<>();
      for (ControlPoint point : stroke.points()) {
        points.add(point.moved(spread * chance.bell(), spread * chance.bell()));
      }
      strokes.add(new Stroke(stroke.name(), points));
    }
    return new Glyph(glyph.digit(), glyph.name(), glyph.shares(), strokes);
  }
}
