package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Looks for the simplest story that explains a student's gradients. It goes down from the loss as
 * the backward pass does, and at each layer whose gradients the student gave keeps the few best
 * stories: what explains them, with as few mistakes as can be.
 */
final class Search {
  /** How many stories are continued from each layer, and how many continuations each has. */
  private static final int STORIES = 8;

  private static final double EQUAL = 1e-6;

  private final Tape tape;
  private final LossMistakes loss;
  private final Mistakes known;
  private final Map<String, TensorFits> fits;
  private final Constants constants;
  private int tries;
  private boolean cutShort;
  private final List<Rating> ratings = new ArrayList<>();

  /**
   * @param fits the student's tensors, by parameter name
   * @param tries how many mistakes may be tried before it makes do with what it has
   */
  Search(
      Tape tape,
      LossMistakes loss,
      Mistakes known,
      Map<String, TensorFits> fits,
      Constants constants,
      int tries) {
    this.tape = tape;
    this.loss = loss;
    this.known = known;
    this.fits = fits;
    this.constants = constants;
    this.tries = tries;
  }

  /**
   * The best stories, the best first: always the cheapest story so far is continued, so that the
   * first to come to its end is the cheapest of all. (Dijkstra's algorithm.)
   */
  List<State> run() {
    List<Stretch> stretches = stretches();
    PriorityQueue<Open> open =
        new PriorityQueue<>(
            Comparator.<Open>comparingDouble(o -> o.story().cost()).thenComparingInt(o -> -o.at()));
    open.add(new Open(State.start(), 0));
    int[] continued = new int[stretches.size()];
    List<State> ended = new ArrayList<>();
    while (!open.isEmpty()) {
      Open next = open.remove();
      if (!ended.isEmpty() && next.story().cost() > ended.get(0).cost() + EQUAL) {
        break;
      }
      if (next.at() == stretches.size()) {
        ended.add(next.story());
      } else if (continued[next.at()]++ < STORIES) {
        continued(next.story(), segment(next.story(), stretches.get(next.at()), next.at()))
            .forEach(story -> open.add(new Open(story, next.at() + 1)));
      }
    }
    return ended;
  }

  /** A story, and the stretch that comes next in it. */
  private record Open(State story, int at) {}

  /**
   * The way between two layers whose gradients are compared.
   *
   * @param compared the one above; null if that is the loss
   * @param end the one below; null if that is the input
   * @param names of the gradients below
   */
  private record Stretch(
      Tape.Place compared, List<Tape.Place> between, Step end, Map<String, String> names) {}

  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    List<Tape.Place> between = new ArrayList<>();
    Tape.Place compared = null;
    for (int i = tape.places().size() - 1; i >= 0; i--) {
      Tape.Place place = tape.places().get(i);
      Map<String, String> names = namesGiven(place);
      if (names.isEmpty()) {
        between.add(place);
      } else {
        stretches.add(new Stretch(compared, between, ((Tape.At) place).step(), names));
        compared = place;
        between = new ArrayList<>();
      }
    }
    if (fits.containsKey(Submission.INPUT)) {
      stretches.add(new Stretch(compared, between, null, Map.of()));
    }
    return stretches;
  }

  private Segment segment(State story, Stretch stretch, int number) {
    List<Slot> slots = new ArrayList<>();
    slots.add(
        stretch.compared() == null
            ? new Slot.OfLoss(loss)
            : new Slot.OfPlace(stretch.compared(), known, true, story.pending()));
    stretch.between().forEach(place -> slots.add(new Slot.OfPlace(place, known, false, null)));
    return new Segment(number, slots, story.position(), stretch.end(), stretch.names(), known);
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

  private List<State> continued(State story, Segment segment) {
    Evaluation evaluation = new Evaluation(story, segment, tape, fits, constants, ratings);
    Candidates candidates = new Candidates(segment, fits);
    List<State> next = new ArrayList<>(evaluation.of(candidates.base(), true));
    if (evaluation.explainsAll(candidates.base())) {
      return next.subList(0, 1);
    }
    for (Candidate candidate : candidates.ofOneMistake(this::mayTry)) {
      next.addAll(evaluation.of(candidate, false));
    }
    boolean explained = next.stream().anyMatch(s -> s.unexplained() == story.unexplained());
    if (!explained && tries > 0) {
      for (Candidate candidate : candidates.ofTwoMistakes(this::mayTry)) {
        next.addAll(evaluation.of(candidate, false));
      }
    }
    return best(next);
  }

  /** Whether there is one more try. */
  private boolean mayTry() {
    cutShort |= tries <= 0;
    return tries-- > 0;
  }

  /** Whether it made do with what it had. */
  boolean cutShort() {
    return cutShort;
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
