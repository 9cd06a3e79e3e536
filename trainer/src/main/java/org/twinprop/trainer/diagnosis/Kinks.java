package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * All kinks that a batch lies on, and the gradients that follow from any choice at them.
 *
 * @param all in the order of the backward pass
 */
record Kinks(Tape tape, LossMistakes loss, List<Kink> all) {
  static Kinks of(Tape tape, LossMistakes loss, boolean float32) {
    return new Kinks(tape, loss, KinkSearch.of(tape, loss, float32));
  }

  /** Our own choice. */
  List<double[]> ours() {
    return all.stream().map(kink -> kink.ours().clone()).toList();
  }

  /** The tape with another choice made on it. */
  Tape tapeWith(List<double[]> weights) {
    List<Tape.Place> places = new ArrayList<>();
    for (int i = 0; i < tape.places().size(); i++) {
      Tape.Place place = tape.places().get(i);
      places.add(
          place instanceof Tape.At at && isAt(i)
              ? new Tape.At(at.step().bent(bend(i, at.step(), weights)))
              : place);
    }
    return new Tape(places, tape.output());
  }

  /** The loss with another choice made in it. */
  LossMistakes lossWith(List<double[]> weights) {
    if (!isAt(Kink.LOSS)) {
      return loss;
    }
    double[] extra = new double[(int) tape.output().length()];
    bend(Kink.LOSS, weights, null, extra);
    return loss.bent(array(extra, tape.output()));
  }

  /** The data's part of all gradients by full name, and by the input, under a choice. */
  Map<String, double[]> gradients(List<double[]> weights) {
    Map<String, double[]> gradients = new LinkedHashMap<>();
    Position at = Position.at(lossWith(weights).gradient());
    List<Tape.Place> places = tapeWith(weights).places();
    for (int i = places.size() - 1; i >= 0; i--) {
      if (places.get(i) instanceof Tape.At place) {
        Passed passed = place.step().backward(at.delta());
        place
            .step()
            .names()
            .forEach(
                (full, local) -> gradients.put(full, Entries.of(passed.gradients().get(local))));
        at = new Position(passed.dx(), at.skips());
      } else {
        at = at.through(places.get(i), null);
      }
    }
    if (at.delta() != null) {
      gradients.put(Submission.INPUT, Entries.of(at.delta()));
    }
    return gradients;
  }

  /** What was chosen in another way than ours, a sentence for each place. */
  List<String> told(List<double[]> weights) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (differs(all.get(i).ours(), weights.get(i))) {
        counts.merge(all.get(i).place(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream().map(e -> sentence(e.getKey(), e.getValue())).toList();
  }

  /** At how many kinks a choice is not ours. */
  int changed(List<double[]> weights) {
    int changed = 0;
    for (int i = 0; i < all.size(); i++) {
      changed += differs(all.get(i).ours(), weights.get(i)) ? 1 : 0;
    }
    return changed;
  }

  /**
   * How far from ours choices can bring every entry, kinks taken together in bundles.
   *
   * @param bundles how many at most
   */
  Map<String, double[]> reach(int bundles) {
    Map<String, double[]> ours = gradients(ours());
    Map<String, double[]> reach = new LinkedHashMap<>();
    ours.forEach((name, gradient) -> reach.put(name, new double[gradient.length]));
    int size = (all.size() + bundles - 1) / bundles;
    for (int first = 0; first < all.size(); first += size) {
      List<double[]> turned = new ArrayList<>(ours());
      for (int i = first; i < Math.min(all.size(), first + size); i++) {
        turned.set(i, all.get(i).furthest());
      }
      gradients(turned)
          .forEach(
              (name, gradient) -> {
                for (int k = 0; k < gradient.length; k++) {
                  reach.get(name)[k] += Math.abs(gradient[k] - ours.get(name)[k]);
                }
              });
    }
    return reach;
  }

  private static boolean differs(double[] ours, double[] theirs) {
    boolean differs = false;
    for (int k = 0; k < ours.length; k++) {
      differs |= Math.abs(ours[k] - theirs[k]) > 1e-6;
    }
    return differs;
  }

  private String sentence(int place, int count) {
    if (place == Kink.LOSS) {
      return "the loss has a kink at %d of the outputs, where another side of it was taken"
          .formatted(count);
    }
    Step step = ((Tape.At) tape.places().get(place)).step();
    Kink first = all.stream().filter(kink -> kink.place() == place).findFirst().orElseThrow();
    return first.to()[0] != first.to()[1]
        ? "%s has windows with several equal maxima, where %d shared the gradient in another way"
            .formatted(step.where(), count)
        : "%s has inputs that are exactly %s, a kink, where %d took another slope"
            .formatted(
                step.where(),
                Constants.number(Entries.of(step.x())[first.from()]).replace("0.00000", "0"),
                count);
  }

  private boolean isAt(int place) {
    return all.stream().anyMatch(kink -> kink.place() == place);
  }

  private UnaryOperator<INDArray> bend(int place, Step step, List<double[]> weights) {
    return dy -> {
      double[] extra = new double[(int) step.x().length()];
      bend(place, weights, Entries.of(dy), extra);
      return array(extra, step.x());
    };
  }

  private void bend(int place, List<double[]> weights, double[] d, double[] extra) {
    for (int i = 0; i < all.size(); i++) {
      Kink kink = all.get(i);
      if (kink.place() == place) {
        kink.bend(weights.get(i), d == null ? 1 : d[kink.from()], extra);
      }
    }
  }

  private static INDArray array(double[] entries, INDArray like) {
    return Nd4j.create(entries, like.shape(), DataType.DOUBLE);
  }
}
