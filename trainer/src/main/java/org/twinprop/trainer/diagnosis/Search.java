package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for the simplest story that explains a student's gradients. It goes down from the loss as
 * the backward pass does, and at each layer whose gradients the student gave keeps the few best
 * stories: what explains them, with as few mistakes as can be.
 */
final class Search {
  private static final int STORIES = 8;

  private final Tape tape;
  private final LossMistakes loss;
  private final Mistakes known;
  private final Map<String, TensorFits> fits;
  private final Constants constants;
  private final long deadline;
  private final List<Rating> ratings = new ArrayList<>();

  /**
   * @param fits the student's tensors, by parameter name
   * @param deadline by {@link System#nanoTime}, after which no more than one mistake a segment is
   *     tried
   */
  Search(
      Tape tape,
      LossMistakes loss,
      Mistakes known,
      Map<String, TensorFits> fits,
      Constants constants,
      long deadline) {
    this.tape = tape;
    this.loss = loss;
    this.known = known;
    this.fits = fits;
    this.constants = constants;
    this.deadline = deadline;
  }

  /** The best stories, the best first. */
  List<State> run() {
    List<State> stories = List.of(State.start());
    List<Tape.Place> pending = new ArrayList<>();
    Tape.Place compared = null;
    int number = 0;
    for (int i = tape.places().size() - 1; i >= 0; i--) {
      Tape.Place place = tape.places().get(i);
      Map<String, String> names = namesGiven(place);
      if (!names.isEmpty()) {
        Step end = ((Tape.At) place).step();
        stories = next(stories, number++, compared, pending, end, names);
        compared = place;
        pending = new ArrayList<>();
      } else {
        pending.add(place);
      }
    }
    if (fits.containsKey(Submission.INPUT)) {
      stories = next(stories, number, compared, pending, null, Map.of());
    }
    return stories;
  }

  /** All that was tried. */
  List<Rating> ratings() {
    return ratings;
  }

  private Map<String, String> namesGiven(Tape.Place place) {
    Map<String, String> names = new LinkedHashMap<>();
    if (place instanceof Tape.At at) {
      names.putAll(at.step().names());
      names.keySet().retainAll(fits.keySet());
    }
    return names;
  }

  private List<State> next(
      List<State> stories,
      int number,
      Tape.Place compared,
      List<Tape.Place> between,
      Step end,
      Map<String, String> names) {
    List<State> next = new ArrayList<>();
    for (State story : stories) {
      List<Slot> slots = new ArrayList<>();
      slots.add(
          compared == null
              ? new Slot.OfLoss(loss)
              : new Slot.OfPlace(compared, known, true, story.pending()));
      between.forEach(place -> slots.add(new Slot.OfPlace(place, known, false, null)));
      next.addAll(
          continued(story, new Segment(number, slots, story.position(), end, names, known)));
    }
    return best(next);
  }

  private List<State> continued(State story, Segment segment) {
    Evaluation evaluation = new Evaluation(story, segment, tape, fits, constants, ratings);
    Candidates candidates = new Candidates(segment, fits);
    List<State> next = new ArrayList<>(evaluation.of(candidates.base(), true));
    if (evaluation.explainsAll(candidates.base())) {
      return next.subList(0, 1);
    }
    for (Candidate candidate : candidates.ofOneMistake()) {
      next.addAll(evaluation.of(candidate, false));
    }
    boolean explained = next.stream().anyMatch(s -> s.unexplained() == story.unexplained());
    if (!explained && timeLeft()) {
      for (Candidate candidate : candidates.ofTwoMistakes(this::timeLeft)) {
        next.addAll(evaluation.of(candidate, false));
      }
    }
    return best(next);
  }

  private boolean timeLeft() {
    return System.nanoTime() < deadline;
  }

  private static List<State> best(List<State> stories) {
    Set<Object> seen = new LinkedHashSet<>();
    return stories.stream()
        .sorted(Comparator.comparingDouble(State::cost))
        .filter(story -> seen.add(story.signature()))
        .limit(STORIES)
        .toList();
  }
}
