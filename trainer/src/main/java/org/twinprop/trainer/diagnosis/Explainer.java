package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.twinprop.trainer.diagnosis.Explanation.RunnerUp;

/** Puts the best story into words. */
final class Explainer {
  private final List<State> stories;
  private final State best;
  private final List<Rating> ratings;
  private final Map<String, TensorFits> fits;
  private final Set<String> wrong;
  private final Map<String, Step> layers;
  private final boolean cutShort;
  private final List<String> told;
  private final Set<String> undecided;

  /**
   * @param stories the best first
   * @param ratings all that was tried
   * @param fits of the student's tensors, by parameter name
   * @param wrong the names of those that are wrong
   * @param layers of the parameters
   * @param cutShort whether not every mistake was tried
   */
  Explainer(
      List<State> stories,
      List<Rating> ratings,
      Map<String, TensorFits> fits,
      Set<String> wrong,
      Map<String, Step> layers,
      boolean cutShort) {
    this(stories, ratings, fits, wrong, layers, cutShort, List.of(), Set.of());
  }

  private Explainer(
      List<State> stories,
      List<Rating> ratings,
      Map<String, TensorFits> fits,
      Set<String> wrong,
      Map<String, Step> layers,
      boolean cutShort,
      List<String> told,
      Set<String> undecided) {
    this.told = told;
    this.undecided = undecided;
    this.stories = stories;
    this.best = stories.get(0);
    this.ratings = ratings;
    this.fits = fits;
    this.wrong = wrong;
    this.layers = layers;
    this.cutShort = cutShort;
  }

  /**
   * The same, and choices at kinks.
   *
   * @param choices a sentence each
   * @param open the names of gradients that kinks leave undecided
   */
  Explainer with(List<String> choices, Set<String> open) {
    return new Explainer(stories, ratings, fits, wrong, layers, cutShort, choices, open);
  }

  /** The mistakes, the one that explains most first; of equals the one nearest to the loss. */
  List<Explanation> explanations() {
    List<Explanation> all = new ArrayList<>();
    for (Made made : best.flows()) {
      List<String> names = reached(made);
      if (!made.isKink() && !names.isEmpty()) {
        made.codes().forEach(code -> all.add(explanation(made, code, names)));
      }
    }
    Set<Local> told = new LinkedHashSet<>();
    for (Local local : best.locals()) {
      if (told.stream().noneMatch(local::repeats)) {
        told.add(local);
        all.add(explanation(local));
      }
    }
    all.removeIf(one -> shown(List.copyOf(undecided)).containsAll(one.explains()));
    all.sort(Comparator.comparingInt(e -> -e.explains().size()));
    return all;
  }

  /** Whether a tensor differs by choices at kinks alone, or may do so. */
  boolean isKink(String name) {
    return undecided.contains(name) || isChoice(best.outcomes().get(name));
  }

  private boolean isChoice(Outcome outcome) {
    return outcome != null
        && outcome.explained()
        && outcome.locals().isEmpty()
        && best.flows().stream()
            .filter(made -> made.segment() <= outcome.segment())
            .allMatch(Made::isKink);
  }

  /** Whether a tensor is explained. */
  boolean explains(String name) {
    Outcome outcome = best.outcomes().get(name);
    return outcome != null && outcome.explained();
  }

  /** Whether a tensor is explained, and not by saying which entries are off. */
  boolean explainsWhole(String name) {
    return explains(name)
        && best.outcomes().get(name).locals().stream()
            .noneMatch(local -> local.code() == Code.SINGLE_ENTRIES);
  }

  /** Whether not every mistake was tried. */
  boolean cutShort() {
    return cutShort;
  }

  /** How many tensors are not. */
  long unexplained() {
    return best.unexplained();
  }

  /** What the choices at kinks were. */
  List<String> kinks() {
    return Stream.concat(told.stream(), best.flows().stream().filter(Made::isKink).map(Made::cause))
        .distinct()
        .toList();
  }

  /** The wrong tensors that a mistake on the way down is part of. */
  private List<String> reached(Made made) {
    return wrong.stream()
        .filter(
            name -> {
              Outcome outcome = best.outcomes().get(name);
              return outcome != null && outcome.explained() && outcome.segment() >= made.segment();
            })
        .toList();
  }

  private Explanation explanation(Made made, Code code, List<String> names) {
    List<String> shown = shown(names);
    return new Explanation(
        code.text(),
        fit(names),
        shown,
        made.layer(),
        made.where(),
        Double.isNaN(made.constant()) ? OptionalDouble.empty() : OptionalDouble.of(made.constant()),
        List.of(),
        Sentence.of(made.cause(), shown),
        code.fix(),
        runnerUp(code, made.segment(), ""));
  }

  private Explanation explanation(Local local) {
    List<String> names =
        best.outcomes().entrySet().stream()
            .filter(e -> e.getValue().locals().stream().anyMatch(local::repeats))
            .map(Map.Entry::getKey)
            .toList();
    List<String> shown = shown(names);
    Step layer = layers.get(names.get(0));
    return new Explanation(
        local.code().text(),
        fit(names),
        shown,
        layer == null ? 0 : layer.number(),
        layer == null ? "the input" : layer.where(),
        Double.isNaN(local.constant())
            ? OptionalDouble.empty()
            : OptionalDouble.of(local.constant()),
        local.entries(),
        Sentence.of(local.cause(), shown),
        local.code().fix(),
        runnerUp(local.code(), best.outcomes().get(names.get(0)).segment(), names.get(0)));
  }

  private static List<String> shown(List<String> names) {
    return names.stream().map(name -> "d" + name).toList();
  }

  private double fit(List<String> names) {
    double rest = 0;
    double all = 0;
    for (String name : names) {
      double[] student = fits.get(name).student();
      double[] left = TensorFits.sum(student, 1, best.outcomes().get(name).predicted(), -1);
      rest += LeastSquares.dot(left, left);
      all += LeastSquares.dot(student, student);
    }
    return all == 0 ? (rest == 0 ? 1 : 0) : 1 - Math.sqrt(rest / all);
  }

  private Optional<RunnerUp> runnerUp(Code code, int segment, String tensor) {
    Optional<RunnerUp> equal =
        stories.stream()
            .skip(1)
            .filter(story -> story.cost() <= best.cost() + 1e-6 && !codes(story).contains(code))
            .findFirst()
            .map(story -> new RunnerUp(different(story), 1, true));
    return equal.isPresent()
        ? equal
        : ratings.stream()
            .filter(r -> r.segment() == segment && (tensor.isEmpty() == r.tensor().isEmpty()))
            .filter(r -> r.tensor().equals(tensor) && !r.codes().contains(code))
            .max(Comparator.comparingDouble(Rating::fit))
            .filter(r -> r.fit() > 0)
            .map(r -> new RunnerUp(joined(r.codes()), r.fit(), false));
  }

  private String different(State story) {
    Set<Code> codes = codes(story);
    codes.removeAll(codes(best));
    return joined(codes.isEmpty() ? List.copyOf(codes(story)) : List.copyOf(codes));
  }

  private static Set<Code> codes(State story) {
    Set<Code> codes = new LinkedHashSet<>();
    story.flows().forEach(made -> codes.addAll(made.codes()));
    story.locals().forEach(local -> codes.add(local.code()));
    return codes;
  }

  private static String joined(List<Code> codes) {
    return String.join("+", codes.stream().map(Code::text).distinct().toList());
  }
}
