package org.twinprop.experiments.student;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells gradients that were written from those that were left alone or added to. */
final class GradientHabits {
  private final Findings findings;

  GradientHabits(Findings findings) {
    this.findings = findings;
  }

  /**
   * @param first the gradients of a backward pass before which they were 0
   * @param second the same where they were 1
   * @return those of the first that were written
   */
  Map<String, INDArray> judge(Map<String, INDArray> first, Map<String, INDArray> second) {
    Map<String, INDArray> written = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    List<String> added = new ArrayList<>();
    first.forEach(
        (name, gradient) -> {
          double[] once = gradient.data().asDouble();
          double[] again = second.containsKey(name) ? second.get(name).data().asDouble() : once;
          if (left(once, again) == once.length && !name.equals("x")) {
            missing.add(name);
            return;
          }
          if (grew(once, again)) {
            added.add("d" + name);
          } else if (left(once, again) > 0 && !name.equals("x")) {
            partly(name, left(once, again), once.length);
          }
          written.put(name, gradient);
        });
    tell(missing, added);
    return written;
  }

  private void tell(List<String> missing, List<String> added) {
    for (String name : missing) {
      findings.problem(
          "missing",
          List.of("d" + name),
          "backward never writes the gradient by %s: assign it to cache.gradient(\"%s\")."
              .formatted(name, name.replaceFirst("\\d+$", "")));
    }
    if (!added.isEmpty()) {
      findings.problem(
          "accumulates",
          added,
          "backward adds to the gradient of the step before instead of replacing it. Write"
              + " cache.gradient(name).assign(...), not addi(...).");
    }
  }

  private void partly(String name, long left, int all) {
    findings.problem(
        "missing",
        List.of("d" + name),
        "backward leaves %d of the %d entries of the gradient by %s unwritten."
            .formatted(left, all, name));
  }

  /** How many entries are as they were before. */
  private static long left(double[] once, double[] again) {
    long left = 0;
    for (int i = 0; i < once.length; i++) {
      left += once[i] == 0 && again[i] == 1 ? 1 : 0;
    }
    return left;
  }

  /** Whether every entry is larger by what stood there before, and not all are untouched. */
  private static boolean grew(double[] once, double[] again) {
    for (int i = 0; i < once.length; i++) {
      if (!(Math.abs(again[i] - once[i] - 1) < 1e-9 * (1 + Math.abs(once[i])))) {
        return false;
      }
    }
    return true;
  }
}
