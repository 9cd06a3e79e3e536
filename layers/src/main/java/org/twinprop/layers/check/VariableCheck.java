package org.twinprop.layers.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Shape;
import org.twinprop.layers.check.KinkSearch.Finding;
import org.twinprop.layers.check.TensorCheck.Entry;

/** The gradient check of one variable. */
final class VariableCheck {
  private final DoubleSupplier function;
  private final Variable variable;
  private final Tolerance tolerance;
  private final Supplier<INDArray> gradient;
  private final List<long[]> indices;
  private final double value;

  /**
   * @param gradient computes the analytic gradient anew; null if it cannot
   * @param places the entries to check, counted row by row
   */
  VariableCheck(
      DoubleSupplier function,
      Variable variable,
      Tolerance tolerance,
      Supplier<INDArray> gradient,
      long[] places) {
    this.function = function;
    this.variable = variable;
    this.tolerance = tolerance;
    this.gradient = gradient;
    indices = Arrays.stream(places).mapToObj(this::index).toList();
    value = function.getAsDouble();
  }

  TensorCheck run() {
    List<FirstLook> looks = indices.stream().map(this::firstLook).toList();
    double largest = largest(looks);
    KinkSearch kinks = new KinkSearch(tolerance, largest, gradient);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      findings.add(finding(slice(List.of(indices.get(i))), looks.get(i), largest, kinks));
    }
    return summary(findings, allKinks(findings, kinks));
  }

  /**
   * @param numeric the numeric gradient
   * @param gap how much the slope seems to jump
   */
  private record FirstLook(double numeric, double gap) {}

  private FirstLook firstLook(long[] index) {
    Slice slice = slice(List.of(index));
    double h = Differences.step(slice);
    return new FirstLook(Differences.central(slice, h), Differences.gap(slice, h));
  }

  private double largest(List<FirstLook> looks) {
    double analytic = variable.gradient().amaxNumber().doubleValue();
    double others = looks.stream().mapToDouble(look -> Math.abs(look.numeric())).max().orElse(0);
    double own = Double.isFinite(analytic) ? Math.max(analytic, others) : others;
    return Math.max(own, variable.scale());
  }

  private Finding finding(Slice slice, FirstLook look, double largest, KinkSearch kinks) {
    double analytic = slice.along(variable.gradient());
    double floor =
        new Floor(tolerance.relative(), largest)
            .at(Slopes.resolution(Rounding.least(value), Differences.step(slice)));
    double error = Tolerance.error(analytic, look.numeric(), floor);
    boolean smooth = tolerance.agree(look.numeric(), look.numeric() + look.gap(), floor);
    return smooth && error <= tolerance.relative()
        ? new Finding(Verdict.OK, analytic, look.numeric(), error)
        : kinks.look(slice, analytic);
  }

  /**
   * Each entry may be a subgradient along its own axis, and still all together be none: of a
   * maximum's equal entries each alone may get the whole gradient, but not all of them. So the
   * entries at kinks are moved together, too.
   */
  private Finding allKinks(List<Finding> findings, KinkSearch kinks) {
    List<long[]> together = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      if (findings.get(i).verdict() == Verdict.KINK) {
        together.add(indices.get(i));
      }
    }
    if (together.size() < 2) {
      return new Finding(Verdict.OK, 0, 0, 0);
    }
    Slice slice = slice(together);
    return kinks.look(slice, slice.along(variable.gradient()));
  }

  private TensorCheck summary(List<Finding> findings, Finding together) {
    int worst = 0;
    long kinks = 0;
    Verdict verdict = together.verdict();
    for (int i = 0; i < findings.size(); i++) {
      Finding one = findings.get(i);
      worst = one.relativeError() > findings.get(worst).relativeError() ? i : worst;
      kinks += one.verdict() == Verdict.KINK ? 1 : 0;
      verdict = one.verdict().compareTo(verdict) > 0 ? one.verdict() : verdict;
    }
    boolean sum =
        together.verdict() == Verdict.WRONG
            && together.relativeError() > findings.get(worst).relativeError();
    Finding shown = sum ? together : findings.get(worst);
    return new TensorCheck(
        variable.name(),
        Shape.of(variable.values().shape()),
        findings.size(),
        kinks,
        shown.relativeError(),
        new Entry(
            sum ? List.of() : Arrays.stream(indices.get(worst)).boxed().toList(),
            shown.analytic(),
            shown.numeric()),
        verdict);
  }

  private Slice slice(List<long[]> entries) {
    return new Slice(function, value, variable.values(), entries);
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
