package org.twinprop.data.pen;

/** What a hand of some style makes of a line that it means to draw. */
final class Hand {
  /** The distance between points, in units of the digit's height. */
  private static final double SPACING = 0.02;

  /** Wavelengths of the tremor, in units of the digit's height. */
  private static final double[] WAVELENGTHS = {1.3, 0.7, 0.35};

  /** The most that a stroke's end moves, as a share of the stroke. */
  private static final double LARGEST_CUT = 0.12;

  private final Style style;
  private final Chance chance;

  Hand(Style style, Chance chance) {
    this.style = style;
    this.chance = chance;
  }

  /** The line as this hand draws it: ends, corners and straight lines come out as they may. */
  Trace draw(Trace intended) {
    return leaning(trembling(rounded(closed(intended))));
  }

  /** Begins and stops early or late. */
  private Trace closed(Trace trace) {
    double length = trace.arcLengths()[trace.size() - 1];
    double most = LARGEST_CUT * length;
    double end = Math.max(-most, Math.min(most, style.closure()));
    return trace.between(-0.3 * end, length + end, SPACING);
  }

  /** Cuts corners: repeated averaging of neighbours, which spreads by sqrt(passes / 2) points. */
  private Trace rounded(Trace trace) {
    double spread = style.rounding() / SPACING;
    int passes = (int) Math.rint(2 * spread * spread);
    Trace rounded = trace;
    for (int pass = 0; pass < passes; pass++) {
      rounded = averaged(rounded);
    }
    return rounded;
  }

  private static Trace averaged(Trace trace) {
    int last = trace.size() - 1;
    double[] x = new double[last + 1];
    double[] y = new double[last + 1];
    for (int i = 0; i <= last; i++) {
      // The ends stay where they are.
      int before = i == last ? i : Math.max(0, i - 1);
      int after = i == 0 ? i : Math.min(last, i + 1);
      x[i] = (trace.x(before) + 2 * trace.x(i) + trace.x(after)) / 4;
      y[i] = (trace.y(before) + 2 * trace.y(i) + trace.y(after)) / 4;
    }
    return new Trace(x, y);
  }

  /** Shakes: waves of random phase along the line. */
  private Trace trembling(Trace trace) {
    double[] x = new double[trace.size()];
    double[] y = new double[trace.size()];
    for (int i = 0; i < trace.size(); i++) {
      x[i] = trace.x(i);
      y[i] = trace.y(i);
    }
    for (double wavelength : WAVELENGTHS) {
      addWave(x, wavelength);
      addWave(y, wavelength);
    }
    return new Trace(x, y);
  }

  private void addWave(double[] along, double wavelength) {
    // Slow waves are larger: a hand drifts more than it shakes.
    double amplitude = style.tremor() * chance.bell() * wavelength / WAVELENGTHS[0];
    double phase = 2 * Math.PI * chance.uniform();
    for (int i = 0; i < along.length; i++) {
      along[i] += amplitude * StrictMath.sin(phase + 2 * Math.PI * i * SPACING / wavelength);
    }
  }

  /** 0 at the top and the baseline, 1 between them. */
  private static double middle(double y) {
    return 4 * y * (1 - y);
  }

  /** Bow, waist, aspect, slant and tilt. */
  private Trace leaning(Trace trace) {
    double sin = StrictMath.sin(style.tilt());
    double cos = StrictMath.cos(style.tilt());
    return trace
        .map((x, y) -> x + style.bow() * middle(y), (x, y) -> y + style.waist() * middle(y))
        .map((x, y) -> style.aspect() * x + style.slant() * (1 - y), (x, y) -> y)
        .map((x, y) -> cos * x - sin * y, (x, y) -> sin * x + cos * y);
  }
}
