package org.twinprop.layers.check;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Shape;
import org.twinprop.layers.check.KinkSearch.Finding;
import org.twinprop.layers.check.TensorCheck.Entry;

/** The gradient check of one variable. */
final class VariableCheck {
  private final DoubleSupplier function;
  private final Variable variable;
  private final Tolerance tolerance;

  VariableCheck(DoubleSupplier function, Variable variable, Tolerance tolerance) {
    this.function = function;
    this.variable = variable;
    this.tolerance = tolerance;
  }

  long entries() {
    return variable.values().length();
  }

  /**
   * @param places the entries to check, counted row by row
   */
  TensorCheck run(long[] places) {
    double[] numeric = Arrays.stream(places).mapToDouble(this::numeric).toArray();
    double largest =
        Math.max(
            variable.gradient().amaxNumber().doubleValue(),
            Arrays.stream(numeric).map(Math::abs).max().orElse(0));
    double value = function.getAsDouble();
    Finding[] findings = new Finding[places.length];
    for (int i = 0; i < places.length; i++) {
      findings[i] = finding(places[i], numeric[i], value, largest);
    }
    return summary(places, findings);
  }

  private double numeric(long place) {
    Slice slice = slice(place);
    return Differences.central(slice, Differences.step(slice.middle()));
  }

  private Finding finding(long place, double numeric, double value, double largest) {
    Slice slice = slice(place);
    double floor = tolerance.floor(largest, value, Differences.step(slice.middle()));
    double error = Tolerance.error(analytic(place), numeric, floor);
    return error <= tolerance.relative()
        ? new Finding(Verdict.OK, numeric, error)
        : new KinkSearch(tolerance, largest).look(slice, analytic(place));
  }

  private TensorCheck summary(long[] places, Finding[] findings) {
    int worst = 0;
    long kinks = 0;
    Verdict verdict = Verdict.OK;
    for (int i = 0; i < findings.length; i++) {
      worst = findings[i].relativeError() > findings[worst].relativeError() ? i : worst;
      kinks += findings[i].verdict() == Verdict.KINK ? 1 : 0;
      verdict = findings[i].verdict().compareTo(verdict) > 0 ? findings[i].verdict() : verdict;
    }
    return new TensorCheck(
        variable.name(),
        Shape.of(variable.values().shape()),
        places.length,
        kinks,
        findings[worst].relativeError(),
        entry(places[worst], findings[worst].numeric()),
        verdict);
  }

  private Entry entry(long place, double numeric) {
    return new Entry(Arrays.stream(index(place)).boxed().toList(), analytic(place), numeric);
  }

  private double analytic(long place) {
    return variable.gradient().getDouble(index(place));
  }

  private Slice slice(long place) {
    return new Slice(function, variable.values(), index(place));
  }

  /** The index in every dimension. */
  private long[] index(long place) {
    INDArray values = variable.values();
    long[] index = new long[values.rank()];
    long rest = place;
    for (int d = index.length - 1; d >= 0; d--) {
      index[d] = rest % values.size(d);
      rest /= values.size(d);
    }
    return index;
  }
}
