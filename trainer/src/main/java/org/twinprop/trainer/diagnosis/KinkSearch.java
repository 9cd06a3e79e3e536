package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.activation.Activation;
import org.twinprop.layers.activation.Softmax;
import org.twinprop.layers.pooling.MaxPooling;

/**
 * Finds the kinks that a batch lies on by nudging: where the slope is another one a nudge to the
 * left than to the right, there is a kink, whatever the layer. Kinks of the price of weights are
 * left out.
 */
final class KinkSearch {
  private static final double JUMP = 1e-3;

  private final Tape tape;
  private final double nudge;
  private final List<Kink> found = new ArrayList<>();

  private KinkSearch(Tape tape, double nudge) {
    this.tape = tape;
    this.nudge = nudge;
  }

  /**
   * @param float32 whether a student's numbers may be off by what float32 rounds
   */
  static List<Kink> of(Tape tape, LossMistakes loss, boolean float32) {
    KinkSearch search = new KinkSearch(tape, float32 ? 1e-6 : 1e-12);
    search.loss(loss);
    for (int i = tape.places().size() - 1; i >= 0; i--) {
      if (tape.places().get(i) instanceof Tape.At at) {
        search.layer(i, at.step());
      }
    }
    return search.found;
  }

  private void loss(LossMistakes loss) {
    INDArray nudges = nudges(tape.output());
    double[] left = Entries.of(loss.gradientAt(tape.output().sub(nudges)));
    double[] right = Entries.of(loss.gradientAt(tape.output().add(nudges)));
    jumps(Kink.LOSS, left, right, Entries.of(loss.gradient()));
  }

  private void layer(int place, Step step) {
    if (step.layer() instanceof MaxPooling pooling) {
      ties(place, new PoolingLoops(step.x(), step.y().shape(), pooling.window()), step.x());
    } else if (step.layer() instanceof Activation && !(step.layer() instanceof Softmax)) {
      INDArray ones = Nd4j.onesLike(step.y());
      INDArray nudges = nudges(step.x());
      double[] left = Entries.of(step.at(step.x().sub(nudges), ones).dx());
      double[] right = Entries.of(step.at(step.x().add(nudges), ones).dx());
      jumps(place, left, right, Entries.of(step.at(step.x(), ones).dx()));
    }
  }

  private INDArray nudges(INDArray x) {
    return Transforms.max(Transforms.abs(x, true), 1, false).muli(nudge);
  }

  private void jumps(int place, double[] left, double[] right, double[] ours) {
    double size = Math.max(Entries.largest(left), Entries.largest(right));
    for (int i = 0; i < ours.length; i++) {
      if (Math.abs(right[i] - left[i]) > JUMP * size) {
        found.add(Kink.between(place, i, left[i], right[i], ours[i]));
      }
    }
  }

  private void ties(int place, PoolingLoops loops, INDArray x) {
    double[] images = Entries.of(x);
    for (int window = 0; window < loops.windows(); window++) {
      int[] seen = loops.seen(window);
      double largest = IntStream.of(seen).mapToDouble(i -> images[i]).max().orElse(0);
      double slack = nudge * Math.max(1, Math.abs(largest));
      int[] tied = IntStream.of(seen).filter(i -> images[i] >= largest - slack).toArray();
      if (tied.length > 1) {
        double[] ours = new double[tied.length];
        ours[first(images, tied, largest)] = 1;
        double[] slopes = new double[tied.length];
        Arrays.fill(slopes, 1);
        found.add(new Kink(place, window, tied, slopes, ours));
      }
    }
  }

  /** The branch that we take: the first of the largest. */
  private static int first(double[] images, int[] tied, double largest) {
    return IntStream.range(0, tied.length)
        .filter(k -> images[tied[k]] == largest)
        .findFirst()
        .orElse(0);
  }
}
