package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.diagnosis.Constants.Meaning;

/**
 * The ways in which one tensor of the student's can follow from a gradient G that is assumed for
 * the data's part of the loss:
 *
 * <pre>
 * student = c G + lambda W + mu sign(W)
 * </pre>
 *
 * c, lambda and mu are what they must be, or are fitted by least squares; then they have to explain
 * more entries than there are constants.
 */
final class TensorFits {
  private final double[] student;
  private final Price price;
  private final Tolerated tolerated;
  private final Constants constants;
  private final long places;
  private final double[] due;
  private final double[] signs;
  private final double[] freedom;

  /**
   * How far numbers may be apart.
   *
   * @param relative to the largest entry
   * @param absolute what is rounding however small the entries are
   * @param constant how exactly a fitted constant is known
   */
  record Tolerated(double relative, double absolute, double constant) {}

  /**
   * @param places the number of rows that a bias is summed over; 0 for other parameters
   */
  TensorFits(double[] student, Price price, Tolerated tolerated, Constants constants, long places) {
    this.student = student;
    this.price = price;
    this.tolerated = tolerated;
    this.constants = constants;
    this.places = places;
    due = price.gradient();
    signs = price.signs();
    freedom = price.freedom();
  }

  double[] student() {
    return student;
  }

  /** The constant that the student's numbers are times others; NaN if these are all 0. */
  double constant(double[] others) {
    double[] c = LeastSquares.solve(student, List.of(others));
    return c == null ? Double.NaN : constants.meaning(c[0], tolerated.constant()).value();
  }

  /** Whether the student's numbers are these but for rounding. */
  boolean matches(double[] predicted) {
    double allowed = allowed(predicted);
    for (int i = 0; i < student.length; i++) {
      if (!(Math.abs(student[i] - predicted[i]) <= allowed + freedom[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the student's numbers are as near to the prediction as that. */
  boolean isWithin(double[] gradient, double[] reach) {
    double[] predicted = plain(gradient);
    double allowed = allowed(predicted);
    for (int i = 0; i < student.length; i++) {
      if (!(Math.abs(student[i] - predicted[i]) <= allowed + reach[i])) {
        return false;
      }
    }
    return true;
  }

  /** What the student has for the data's part of the loss, if the price is right. */
  double[] withoutPrice() {
    return sum(student, 1, due, -1);
  }

  /** All that explain the student's numbers to rounding; the first is the simplest. */
  List<Fit> of(double[] gradient) {
    List<Fit> fits = new ArrayList<>();
    add(fits, 1, List.of(), sum(gradient, 1, due, 1));
    if (!fits.isEmpty()) {
      return fits;
    }
    scaled(gradient, fits);
    priced(gradient, false, fits);
    if (fits.isEmpty()) {
      priced(gradient, true, fits);
    }
    return fits;
  }

  /** What is left over without any freedom: |student - predicted| / |student|. */
  double misfit(double[] gradient) {
    return misfitOf(sum(gradient, 1, due, 1));
  }

  /** The prediction without any freedom. */
  double[] plain(double[] gradient) {
    return sum(gradient, 1, due, 1);
  }

  /** The prediction explains all but a few entries: these are wrong by themselves. */
  Fit entries(double[] gradient, long[] shape) {
    double[] predicted = plain(gradient);
    double allowed = allowed(predicted);
    List<List<Long>> wrong = new ArrayList<>();
    int count = 0;
    int right = 0;
    for (int i = 0; i < student.length; i++) {
      if (Math.abs(student[i] - predicted[i]) > allowed) {
        count++;
        if (wrong.size() < 10) {
          wrong.add(Entries.index(i, shape));
        }
      } else if (Math.abs(predicted[i]) > allowed) {
        right++;
      }
    }
    if (count == 0 || right < 2 * count || right < 3) {
      return null;
    }
    String cause =
        count == 1
            ? "one entry of {tensors} is wrong, %s; all others are right".formatted(wrong.get(0))
            : "%d entries of {tensors} are wrong, the first at %s; all others are right"
                .formatted(count, wrong.get(0));
    Local local = new Local(Code.SINGLE_ENTRIES, count, cause, wrong, Cost.ENTRIES);
    return new Fit(1, List.of(local), student, misfitOf(predicted));
  }

  /** A constant times the gradient, or times the gradient and the price. */
  private void scaled(double[] gradient, List<Fit> fits) {
    double[] rest = sum(student, 1, due, -1);
    double[] c = LeastSquares.solve(rest, List.of(gradient));
    if (c != null) {
      Meaning meaning = meaning(c[0]);
      if (enough(meaning)) {
        add(fits, meaning.value(), locals(meaning), sum(gradient, meaning.value(), due, 1));
      }
    }
    if (Entries.largest(due) == 0) {
      return;
    }
    double[] whole = sum(gradient, 1, due, 1);
    c = LeastSquares.solve(student, List.of(whole));
    if (c != null) {
      Meaning meaning = meaning(c[0]);
      if (enough(meaning)) {
        add(fits, 1, locals(meaning), sum(whole, meaning.value(), whole, 0));
      }
    }
  }

  private boolean enough(Meaning meaning) {
    return student.length > 1 || !meaning.codes().contains(Code.FACTOR);
  }

  private Meaning meaning(double c) {
    Meaning averaged = places > 0 ? constants.averaged(c, tolerated.constant(), places) : null;
    return averaged != null ? averaged : constants.meaning(c, tolerated.constant());
  }

  private static List<Local> locals(Meaning meaning) {
    List<Local> locals = new ArrayList<>();
    double share = meaning.cost() / meaning.codes().size();
    for (Code code : meaning.codes()) {
      locals.add(Local.of(code, meaning.value(), meaning.cause(), share));
    }
    return locals;
  }

  /**
   * Another price than the network's.
   *
   * @param free whether the gradient has a constant of its own, too
   */
  private void priced(double[] gradient, boolean free, List<Fit> fits) {
    if (Entries.largest(price.values()) == 0) {
      return;
    }
    boolean both = price.weight() && price.l1() != 0;
    fit(gradient, free, true, false, fits);
    if (both) {
      fit(gradient, free, false, true, fits);
      fit(gradient, free, true, true, fits);
    }
  }

  private void fit(double[] gradient, boolean free, boolean l2, boolean l1, List<Fit> fits) {
    double[] rest = student.clone();
    List<double[]> vectors = new ArrayList<>();
    take(free, gradient, 1, rest, vectors);
    take(l2, price.values(), price.l2(), rest, vectors);
    take(l1, signs, price.l1(), rest, vectors);
    double[] found = LeastSquares.solve(rest, vectors);
    if (found == null) {
      return;
    }
    Meaning meaning = free ? meaning(found[0]) : null;
    double lambda =
        l2
            ? snapped(found[free ? 1 : 0], price.ofWeights(), Entries.largest(price.values()))
            : price.l2();
    double mu = l1 ? snapped(found[found.length - 1], price.l1(), 1) : price.l1();
    List<Local> locals = new ArrayList<>(free ? locals(meaning) : List.of());
    int constantsOfItsOwn = free && meaning.codes().contains(Code.FACTOR) ? 1 : 0;
    if (lambda != price.l2()) {
      locals.add(priceOfSquares(lambda));
      constantsOfItsOwn += known(lambda, price.ofWeights()) ? 0 : 1;
    }
    if (mu != price.l1()) {
      locals.add(priceOfSizes(mu));
      constantsOfItsOwn += known(mu, price.l1()) ? 0 : 1;
    }
    if (locals.isEmpty() || student.length <= constantsOfItsOwn) {
      return;
    }
    double[] predicted = sum(price.values(), lambda, signs, mu);
    double scale = free ? meaning.value() : 1;
    add(fits, scale, locals, sum(predicted, 1, gradient, scale));
  }

  private static void take(
      boolean free, double[] vector, double known, double[] rest, List<double[]> vectors) {
    if (free) {
      vectors.add(vector);
    } else {
      LeastSquares.subtract(rest, vector, known);
    }
  }

  private static boolean known(double constant, double due) {
    return constant == 0 || constant == due || constant == 2 * due || constant == due / 2;
  }

  /** 0, the constant that is due, its half or its double, if it is that but for rounding. */
  private double snapped(double constant, double due, double size) {
    double slack = 4 * tolerated.relative() * Entries.largest(student) / size;
    for (double candidate : new double[] {0, due, 2 * due, due / 2}) {
      if (Math.abs(constant - candidate) <= Math.max(slack, 1e-9 * Math.abs(candidate))) {
        return candidate;
      }
    }
    return constant;
  }

  private Local priceOfSquares(double lambda) {
    String number = Constants.number(lambda);
    if (!price.weight()) {
      return Local.of(
          Code.L2_ON_BIAS,
          lambda,
          "{tensors} {have} " + number + " times the parameter itself on top: l2 was applied to it",
          Cost.MISTAKE);
    }
    if (lambda == 0) {
      return Local.of(
          Code.L2_MISSING,
          price.l2(),
          "{tensors} {lack} the term l2 W, with l2 = " + Constants.number(price.l2()),
          Cost.MISTAKE);
    }
    return Local.of(
        Code.L2_FACTOR,
        lambda,
        "{tensors} {have} the term l2 W with l2 = %s, but the network has l2 = %s"
            .formatted(number, Constants.number(price.l2())),
        known(lambda, price.ofWeights()) ? Cost.MISTAKE : Cost.CONSTANT);
  }

  private Local priceOfSizes(double mu) {
    String due = Constants.number(price.l1());
    return mu == 0
        ? Local.of(
            Code.L1_MISSING,
            price.l1(),
            "{tensors} {lack} the term l1 sign(W), with l1 = " + due,
            Cost.MISTAKE)
        : Local.of(
            Code.L1_FACTOR,
            mu,
            "{tensors} {have} the term l1 sign(W) with l1 = %s, but the network has l1 = %s"
                .formatted(Constants.number(mu), due),
            Cost.CONSTANT);
  }

  private void add(List<Fit> fits, double scale, List<Local> locals, double[] predicted) {
    if (matches(predicted)) {
      fits.add(new Fit(scale, locals, predicted, misfitOf(predicted)));
    }
  }

  private double allowed(double[] predicted) {
    double largest = Math.max(Entries.largest(student), Entries.largest(predicted));
    return tolerated.relative() * largest + tolerated.absolute();
  }

  double misfitOf(double[] predicted) {
    double[] rest = sum(student, 1, predicted, -1);
    double norm = Math.sqrt(LeastSquares.dot(student, student));
    double left = Math.sqrt(LeastSquares.dot(rest, rest));
    return left == 0 ? 0 : norm == 0 ? Double.POSITIVE_INFINITY : left / norm;
  }

  static double[] sum(double[] a, double timesA, double[] b, double timesB) {
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = timesA * a[i] + timesB * b[i];
    }
    return sum;
  }
}
