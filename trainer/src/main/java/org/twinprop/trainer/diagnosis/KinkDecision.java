package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells mistakes from other choices at kinks, where the batch lies on some. A choice that gives the
 * student's very numbers settles it. Where there are too many kinks to look for one, a gradient
 * that no known mistake explains is left undecided if it is no further from ours than the kinks can
 * bring it.
 */
final class KinkDecision {
  private static final int MOST_BRANCHES = 200;
  private static final double MOST_NUMBERS = 1e7;

  private final Investigation investigation;
  private final Kinks kinks;
  private final Map<String, TensorFits> fits;
  private final Set<String> wrong;
  private final boolean float32;

  KinkDecision(
      Investigation investigation,
      Kinks kinks,
      Map<String, TensorFits> fits,
      Set<String> wrong,
      boolean float32) {
    this.investigation = investigation;
    this.kinks = kinks;
    this.fits = fits;
    this.wrong = wrong;
    this.float32 = float32;
  }

  /** The explanation, with the choices at kinks that are part of it. */
  Explainer explainer() {
    if (!areFew()) {
      return undecided(investigation.search(wrong, float32));
    }
    List<double[]> all = new KinkFit(kinks, fits).weights();
    if (all != null && isConvincing(all, wrong)) {
      return kinksAlone(all);
    }
    Explainer besides = all == null ? besidesOneMistake() : null;
    if (besides != null) {
      return besides;
    }
    Explainer found = investigation.search(wrong, float32);
    return all != null && found.unexplained() > 0 ? kinksAlone(all) : found;
  }

  private boolean areFew() {
    int branches = kinks.all().stream().mapToInt(Kink::branches).sum();
    double numbers = fits.values().stream().mapToDouble(fit -> fit.student().length).sum();
    return branches <= most() && branches * numbers <= MOST_NUMBERS;
  }

  private int most() {
    return Math.min(MOST_BRANCHES, Work.tries(kinks.tape()) / 4);
  }

  /**
   * Whether more numbers are explained than weights were free, or the weights are such as people
   * choose.
   */
  private boolean isConvincing(List<double[]> weights, Set<String> names) {
    Map<String, double[]> theirs = kinks.gradients(weights);
    Map<String, double[]> ours = kinks.gradients(kinks.ours());
    long numbers = 0;
    for (String name : names) {
      double[] moved = TensorFits.sum(theirs.get(name), 1, ours.get(name), -1);
      double visible = 1e-9 * Entries.largest(fits.get(name).student());
      for (double entry : moved) {
        numbers += Math.abs(entry) > visible ? 1 : 0;
      }
    }
    return numbers >= 2L * kinks.changed(weights) || weights.stream().allMatch(KinkFit::isUsual);
  }

  private Explainer kinksAlone(List<double[]> weights) {
    Map<String, double[]> gradients = kinks.gradients(weights);
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    fits.forEach(
        (name, fit) ->
            outcomes.put(name, new Outcome(fit.plain(gradients.get(name)), List.of(), 0)));
    State story = new State(null, null, List.of(), outcomes, Cost.KINK);
    return new Explainer(List.of(story), List.of(), fits, wrong, Map.of(), false)
        .with(kinks.told(weights), Set.of());
  }

  /** A choice that explains all gradients but one, in which a mistake is looked for then. */
  private Explainer besidesOneMistake() {
    for (String one : wrong.size() > 1 ? wrong : Set.<String>of()) {
      Map<String, TensorFits> others = new LinkedHashMap<>(fits);
      others.remove(one);
      Set<String> explained = new LinkedHashSet<>(wrong);
      explained.remove(one);
      List<double[]> weights = new KinkFit(kinks, others).weights();
      if (weights != null && isConvincing(weights, explained)) {
        return investigation
            .bent(kinks, weights, fits)
            .search(wrong, float32)
            .with(kinks.told(weights), Set.of());
      }
    }
    return null;
  }

  private Explainer undecided(Explainer found) {
    Set<String> open = new LinkedHashSet<>(wrong);
    open.removeIf(found::explainsWhole);
    if (open.isEmpty()) {
      return found;
    }
    Map<String, double[]> ours = kinks.gradients(kinks.ours());
    Map<String, double[]> reach = kinks.reach(most());
    open.removeIf(name -> !fits.get(name).isWithin(ours.get(name), reach.get(name)));
    List<String> told = new ArrayList<>();
    if (!open.isEmpty()) {
      told.add(
          "there are %d kinks in this batch (inputs of layers exactly at a corner, equal maxima),"
                  .formatted(kinks.all().size())
              + " and choices there can move "
              + String.join(", ", open.stream().map(name -> "d" + name).toList())
              + " as far as it is off: this is not decided; hand in another x for a decision");
    }
    return found.with(told, open);
  }
}
