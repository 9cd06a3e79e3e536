package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.trainer.diagnosis.Constants.Meaning;

/**
 * Holds what a candidate predicts for one segment's tensors against what the student has, and
 * continues a story by it: with every factor that the gradient handed down may have, and with
 * mistakes in single tensors where it alone does not explain them.
 */
final class Evaluation {
  private final State story;
  private final Segment segment;
  private final Tape tape;
  private final Map<String, TensorFits> fits;
  private final Constants constants;
  private final List<Rating> ratings;

  Evaluation(
      State story,
      Segment segment,
      Tape tape,
      Map<String, TensorFits> fits,
      Constants constants,
      List<Rating> ratings) {
    this.story = story;
    this.segment = segment;
    this.tape = tape;
    this.fits = fits;
    this.constants = constants;
    this.ratings = ratings;
  }

  /** Whether the candidate explains every tensor as it is. */
  boolean explainsAll(Candidate candidate) {
    return candidate.gradients().entrySet().stream()
        .allMatch(
            e -> {
              List<Fit> found = fits.get(e.getKey()).of(Entries.of(e.getValue()));
              return !found.isEmpty()
                  && found.get(0).scale() == 1
                  && found.get(0).locals().isEmpty();
            });
  }

  /**
   * The stories that go on from here.
   *
   * @param always whether to look for mistakes in single tensors though no tensor fits as it is
   */
  List<State> of(Candidate candidate, boolean always) {
    Map<String, double[]> gradients = new LinkedHashMap<>();
    candidate.gradients().forEach((name, g) -> gradients.put(name, Entries.of(g)));
    rate(candidate, gradients);
    TreeMap<Double, Meaning> scales = new TreeMap<>();
    boolean any = false;
    for (Map.Entry<String, double[]> entry : gradients.entrySet()) {
      for (Fit fit : fits.get(entry.getKey()).of(entry.getValue())) {
        any |= candidate.isBase() || fit.locals().stream().noneMatch(l -> l.code() == Code.FACTOR);
        if (fit.scale() != 1) {
          Meaning meaning = constants.meaning(fit.scale(), 1e-12);
          scales.put(meaning.value(), meaning);
        }
      }
    }
    List<State> stories = new ArrayList<>();
    if (any || always) {
      stories.add(story(candidate, gradients, null, true));
    }
    scales.values().removeIf(scale -> isGuess(scale, candidate, gradients));
    scales.values().forEach(s -> stories.add(story(candidate, gradients, s, true)));
    return stories;
  }

  private State story(
      Candidate candidate, Map<String, double[]> gradients, Meaning scale, boolean locals) {
    double factor = scale == null ? 1 : scale.value();
    Candidate scaled = scaled(candidate, factor);
    List<Made> made = new ArrayList<>(candidate.made());
    double cost = 0;
    for (int i = 0; i < made.size(); i++) {
      cost += story.costOf(made.get(i), candidate.cost().get(i));
    }
    if (scale != null) {
      Made factorMade = factor(scale);
      made.add(factorMade);
      cost += story.costOf(factorMade, scale.cost());
    }
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    List<Local> here = new ArrayList<>();
    for (Map.Entry<String, double[]> entry : gradients.entrySet()) {
      double[] gradient = TensorFits.sum(entry.getValue(), factor, entry.getValue(), 0);
      Fit best = best(entry.getKey(), gradient, scaled, here, locals);
      cost += best == null ? Cost.UNEXPLAINED : cost(best.locals(), here);
      here.addAll(best == null ? List.of() : best.locals());
      outcomes.put(
          entry.getKey(),
          best == null
              ? new Outcome(null, List.of(), segment.number())
              : new Outcome(best.predicted(), best.locals(), segment.number()));
    }
    return story.with(scaled.position(), candidate.inside(), made, outcomes, cost);
  }

  /** A mistake with any constant on top must explain every tensor: one alone is easily matched. */
  private boolean isGuess(Meaning scale, Candidate candidate, Map<String, double[]> gradients) {
    return !candidate.isBase()
        && scale.codes().contains(Code.FACTOR)
        && gradients.entrySet().stream()
            .anyMatch(
                e -> {
                  double[] scaled = TensorFits.sum(e.getValue(), scale.value(), e.getValue(), 0);
                  return fits.get(e.getKey()).of(scaled).isEmpty();
                });
  }

  private static Candidate scaled(Candidate candidate, double factor) {
    return new Candidate(
        candidate.made(),
        candidate.cost(),
        candidate.position().scaled(factor),
        candidate.inside(),
        candidate.gradients());
  }

  private Made factor(Meaning meaning) {
    Slot first = segment.slots().get(0);
    return new Made(
        meaning.codes(),
        meaning.value(),
        first.number(),
        first.where(),
        meaning.cause(),
        segment.number());
  }

  /** The cheapest explanation of one tensor; null if there is none. */
  private Fit best(
      String name, double[] gradient, Candidate candidate, List<Local> here, boolean locals) {
    TensorFits tensor = fits.get(name);
    List<Fit> options = new ArrayList<>(tensor.of(gradient));
    boolean simple = options.stream().anyMatch(fit -> cost(fit.locals(), here) <= Cost.MISTAKE);
    if (!simple && locals && segment.end() != null) {
      structural(name, gradient, candidate, options);
    }
    if (options.isEmpty() && locals) {
      Fit entries = tensor.entries(gradient, shape(name));
      if (entries != null) {
        options.add(entries);
      }
    }
    return options.stream()
        .min(
            Comparator.<Fit>comparingDouble(fit -> cost(fit.locals(), here))
                .thenComparingDouble(Fit::misfit))
        .orElse(null);
  }

  private void structural(String name, double[] gradient, Candidate candidate, List<Fit> options) {
    Step end = segment.end();
    TensorFits tensor = fits.get(name);
    INDArray right = Nd4j.create(gradient, shape(name));
    List<LocalMistake> mistakes =
        LocalMistakes.of(
            end,
            tape,
            segment.names().get(name),
            candidate.position().delta(),
            right,
            tensor.withoutPrice());
    for (LocalMistake mistake : mistakes) {
      double[] wrong = Entries.of(mistake.gradient());
      ratings.add(
          new Rating(segment.number(), name, List.of(mistake.code()), 1 - tensor.misfit(wrong)));
      for (Fit fit : tensor.of(wrong)) {
        List<Local> all = new ArrayList<>();
        all.add(Local.of(mistake.code(), mistake.cause()));
        all.addAll(fit.locals());
        options.add(new Fit(1, all, fit.predicted(), fit.misfit()));
      }
    }
  }

  private long[] shape(String name) {
    return segment.end() == null
        ? segment.inputShape()
        : segment.end().parameter(segment.names().get(name)).shape();
  }

  private double cost(List<Local> locals, List<Local> here) {
    double cost = 0;
    List<Local> before = story.locals();
    for (Local local : locals) {
      if (here.stream().anyMatch(local::repeats)) {
        cost += Cost.SAME_LAYER;
      } else {
        cost += before.stream().anyMatch(local::repeats) ? Cost.REPEATED : local.cost();
      }
    }
    return cost;
  }

  private void rate(Candidate candidate, Map<String, double[]> gradients) {
    if (candidate.isBase() || candidate.made().get(0).isKink()) {
      return;
    }
    double misfit = 0;
    for (Map.Entry<String, double[]> entry : gradients.entrySet()) {
      misfit += Math.min(1, fits.get(entry.getKey()).misfit(entry.getValue()));
    }
    List<Code> codes = candidate.made().stream().flatMap(m -> m.codes().stream()).toList();
    ratings.add(new Rating(segment.number(), "", codes, 1 - misfit / gradients.size()));
  }
}
