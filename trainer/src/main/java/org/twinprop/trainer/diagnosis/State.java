package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A story of the student's backward pass, from the loss down to some layer: what went wrong, and
 * what gradient that would hand to the layer.
 *
 * @param position where it stands: the gradient by the output of the last layer that was compared
 * @param pending a mistake inside that layer, which shows in what it hands down
 * @param flows the mistakes on the way
 * @param outcomes by parameter name
 * @param cost see {@link Cost}
 */
record State(
    Position position,
    Mistake pending,
    List<Made> flows,
    Map<String, Outcome> outcomes,
    double cost) {
  static State start() {
    return new State(null, null, List.of(), Map.of(), 0);
  }

  /** All mistakes in single tensors. */
  List<Local> locals() {
    return outcomes.values().stream().map(Outcome::locals).flatMap(Collection::stream).toList();
  }

  long unexplained() {
    return outcomes.values().stream().filter(outcome -> !outcome.explained()).count();
  }

  /** What one more mistake on the way costs. */
  double costOf(Made made, double alone) {
    if (made.isKink()) {
      return flows.stream().anyMatch(Made::isKink) ? Cost.KINK / 4 : Cost.KINK;
    }
    boolean repeated =
        flows.stream()
            .anyMatch(
                other ->
                    other.codes().equals(made.codes())
                        && sameConstant(other.constant(), made.constant()));
    return repeated ? Cost.REPEATED : alone;
  }

  private static boolean sameConstant(double a, double b) {
    return Double.isNaN(a) ? Double.isNaN(b) : Math.abs(a - b) <= 1e-3 * Math.abs(a);
  }

  /** The story continued. */
  State with(
      Position at, Mistake inside, List<Made> more, Map<String, Outcome> found, double added) {
    List<Made> allFlows = new ArrayList<>(flows);
    allFlows.addAll(more);
    Map<String, Outcome> all = new LinkedHashMap<>(outcomes);
    all.putAll(found);
    return new State(at, inside, allFlows, all, cost + added);
  }

  /** Equal for stories that tell the same. */
  Object signature() {
    return List.of(
        flows.stream().map(made -> Objects.hash(made.codes(), made.cause(), made.layer())).toList(),
        locals().stream().map(local -> Objects.hash(local.code(), local.cause())).toList(),
        unexplained());
  }
}
