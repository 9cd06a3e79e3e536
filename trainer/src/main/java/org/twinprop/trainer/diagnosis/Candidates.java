package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.trainer.diagnosis.Mistake.Reach;

/** All that may have happened in one segment: nothing, one mistake, or two. */
final class Candidates {
  private final Segment segment;
  private final List<Position> right;
  private final Map<String, TensorFits> fits;
  private final Candidate base;

  /**
   * @param fits of the student's tensors, by name
   */
  Candidates(Segment segment, Map<String, TensorFits> fits) {
    this.segment = segment;
    this.fits = fits;
    right = segment.rightWay();
    Position end = right.get(right.size() - 1);
    base = new Candidate(List.of(), List.of(), end, null, segment.gradients(end, null));
  }

  Candidate base() {
    return base;
  }

  List<Candidate> ofOneMistake(BooleanSupplier mayTry) {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < segment.slots().size(); i++) {
      Slot slot = segment.slots().get(i);
      Position above = right.get(i);
      for (Mistake mistake : slot.mistakes(above)) {
        if (!mayTry.getAsBoolean()) {
          return all;
        }
        Position end = segment.onFrom(i, slot.through(above, mistake));
        if (mistake.reach() == Reach.FAMILY) {
          family(slot, mistake, end, all);
        } else {
          all.add(candidate(List.of(made(slot, mistake)), end, null));
        }
      }
    }
    for (Mistake inside : segment.inside(base.position())) {
      all.add(candidate(List.of(madeInside(inside)), base.position(), inside));
    }
    return all;
  }

  List<Candidate> ofTwoMistakes(BooleanSupplier mayTry) {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < segment.slots().size(); i++) {
      Slot slot = segment.slots().get(i);
      for (Mistake mistake : slot.mistakes(right.get(i))) {
        if (mistake.reach() != Reach.FAMILY && mayTry.getAsBoolean()) {
          below(i, made(slot, mistake), slot.through(right.get(i), mistake), mayTry, all);
        }
      }
    }
    return all;
  }

  /** The second mistake, further down. */
  private void below(
      int first, Made made, Position below, BooleanSupplier mayTry, List<Candidate> all) {
    Position at = below;
    for (int j = first + 1; j < segment.slots().size(); j++) {
      Slot slot = segment.slots().get(j);
      for (Mistake mistake : slot.mistakes(at)) {
        if (mistake.reach() != Reach.FAMILY && mayTry.getAsBoolean()) {
          Position end = segment.onFrom(j, slot.through(at, mistake));
          all.add(candidate(List.of(made, made(slot, mistake)), end, null));
        }
      }
      at = slot.through(at, null);
    }
    for (Mistake inside : segment.inside(at)) {
      all.add(candidate(List.of(made, madeInside(inside)), at, inside));
    }
  }

  /** The member of a family whose constant fits the largest tensor best. */
  private void family(Slot slot, Mistake mistake, Position unit, List<Candidate> all) {
    Map<String, INDArray> gradients = segment.gradients(unit, null);
    String largest = null;
    for (String name : gradients.keySet()) {
      boolean larger =
          largest == null || gradients.get(name).length() > gradients.get(largest).length();
      largest = larger ? name : largest;
    }
    if (largest == null || gradients.get(largest).length() < 2) {
      return;
    }
    double[] atZero = Entries.of(base.gradients().get(largest));
    double[] direction = TensorFits.sum(Entries.of(gradients.get(largest)), 1, atZero, -1);
    double[] c = LeastSquares.solve(fits.get(largest).withoutPrice(), List.of(atZero, direction));
    if (c == null || !(c[1] / c[0] > 1e-12)) {
      return;
    }
    double constant = Constants.rounded(c[1] / c[0]);
    Made made = made(slot, mistake, constant);
    all.add(candidate(List.of(made), base.position().towards(unit, constant), null));
  }

  private Candidate candidate(List<Made> made, Position end, Mistake inside) {
    List<Double> costs =
        made.stream()
            .map(
                one ->
                    one.codes().size() > 1
                        ? Cost.MISTAKE + Cost.REPEATED
                        : Double.isNaN(one.constant())
                            ? Cost.MISTAKE
                            : Cost.MISTAKE + Cost.SAME_LAYER)
            .toList();
    return new Candidate(made, costs, end, inside, segment.gradients(end, inside));
  }

  private Made made(Slot slot, Mistake mistake) {
    return made(slot, mistake, Double.NaN);
  }

  private Made made(Slot slot, Mistake mistake, double constant) {
    String cause = mistake.cause().replace("{constant}", Constants.number(constant));
    return new Made(
        mistake.codes(), constant, slot.number(), slot.where(), cause, segment.number());
  }

  private Made madeInside(Mistake mistake) {
    return new Made(
        mistake.codes(),
        Double.NaN,
        segment.end().number(),
        segment.end().where(),
        mistake.cause(),
        segment.number());
  }
}
