package org.twinprop.layers.check;

/**
 * Numeric derivatives of a function of one number.
 *
 * <pre>
 * D(h) = (f(x+h) - f(x-h)) / 2h                  = f' + h^2/6 f''' + h^4/120 f^(5) + ...
 *
 * central(h) = (4 D(h/2) - D(h)) / 3             = f' - h^4/480 f^(5) + ...
 * </pre>
 *
 * One step of Richardson's extrapolation cancels the h^2 term, which alone is as large as 1e-7 at
 * any h that rounding allows; the result is the five-point stencil with spacing h/2. Rounding: an
 * error e in each f makes one of at most 3 e / h. With e = 2^-52, the sum of both errors is least
 * near h = (1440 e)^(1/5) = 3e-3 (where f^(5) is about 1); we take h = 2^-10 max(1, |x|), a little
 * smaller, to meet fewer kinks: truncation 2e-15 f^(5), rounding 1e-12. A power of two, because x+h
 * is then not rounded, and the step between the two points is the one that we divide by.
 *
 * <pre>
 * r(h) = (f(x+h) - f(x)) / h                     = f' + h/2 f'' + h^2/6 f''' + h^3/24 f^(4) + ...
 *
 * oneSided(h) = (8 r(h/4) - 6 r(h/2) + r(h)) / 3 = f' + h^3/192 f^(4) + ...
 * </pre>
 *
 * the slope to the right for h > 0, to the left for h &lt; 0; rounding makes at most 30 e / h.
 *
 * <pre>
 * s(h) = (f(x+h) - 2 f(x) + f(x-h)) / h          = h f'' + h^3/12 f^(4) + ...
 *
 * gap(h) = 2 s(h/2) - s(h)                       = -h^3/16 f^(4) + ...
 * </pre>
 *
 * how much the slope jumps at the point: nothing where f is smooth.
 *
 * <p>Source: Burden and Faires, Numerical Analysis (9th edition, 2011), sections 4.1 (the
 * five-point midpoint formula) and 4.2 (Richardson's extrapolation).
 */
final class Differences {
  private static final double STEP = 0x1p-10;

  private Differences() {}

  static double step(Slice f) {
    return Math.scalb(STEP, Math.getExponent(f.scale()));
  }

  static double central(Slice f, double h) {
    double wide = (f.at(h) - f.at(-h)) / (2 * h);
    double narrow = (f.at(h / 2) - f.at(-h / 2)) / h;
    return (4 * narrow - wide) / 3;
  }

  static double gap(Slice f, double h) {
    return 2 * bend(f, h / 2) - bend(f, h);
  }

  private static double bend(Slice f, double h) {
    return (f.at(h) - 2 * f.at(0) + f.at(-h)) / h;
  }

  static double oneSided(Slice f, double h) {
    double middle = f.at(0);
    double whole = (f.at(h) - middle) / h;
    double half = (f.at(h / 2) - middle) / (h / 2);
    double quarter = (f.at(h / 4) - middle) / (h / 4);
    return (8 * quarter - 6 * half + whole) / 3;
  }
}
