package org.twinprop.experiments.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of a first layer of kernels, and what they say about it.
 *
 * @param learned kernels
 * @param start the same as they began
 * @param maps what each answers at every place of one image
 */
record FirstLayer(List<Plane> learned, List<Plane> start, List<Plane> maps) {
  /**
   * A kernel sets ink against ink if its weights cancel to less than this share: the sum of the
   * weights by the sum of their magnitudes.
   */
  private static final double CANCELS = 0.5;

  int count() {
    return learned.size();
  }

  /** In either state, so that both are drawn to one scale. */
  double largestWeight() {
    return Math.max(largestMagnitude(learned), largestMagnitude(start));
  }

  double largestAnswer() {
    return largestMagnitude(maps);
  }

  private static double largestMagnitude(List<Plane> planes) {
    return planes.stream().mapToDouble(Plane::largestMagnitude).max().orElse(0);
  }

  /** How the kernels came to be what they are. */
  String why() {
    return ("Nobody told the network what to look for. It began with %d kernels of random weights,"
            + " small patterns that are laid on every place of an image, and each step of training"
            + " changed every weight a little in the direction that made the loss smaller: toward"
            + " patterns that help to tell the classes apart. On the way the weights moved by %s of"
            + " the length they began with; the less that is, the more of what you see is still"
            + " chance. Now %d of the %d set some places of their patch against others, and so"
            + " answer to edges, and to strokes of some directions more than to others; %d did so"
            + " when it began. The rest answer mostly to how much ink there is, or how little.")
        .formatted(
            count(), Numbers.percent(moved()), cancelling(learned), count(), cancelling(start));
  }

  private static long cancelling(List<Plane> kernels) {
    return kernels.stream()
        .filter(kernel -> Math.abs(kernel.sum()) < CANCELS * kernel.sumOfMagnitudes())
        .count();
  }

  /** The length of the change, by the length of what it changed. */
  double moved() {
    double change = 0;
    double length = 0;
    for (int k = 0; k < count(); k++) {
      double[] before = start.get(k).values();
      double[] after = learned.get(k).values();
      for (int i = 0; i < before.length; i++) {
        change += (after[i] - before[i]) * (after[i] - before[i]);
        length += before[i] * before[i];
      }
    }
    return Math.sqrt(change / length);
  }

  /** Which kernels this image makes answer. */
  String answers() {
    int strongest =
        IntStream.range(0, count())
            .reduce(0, (a, b) -> maps.get(b).largest() > maps.get(a).largest() ? b : a);
    long silent = maps.stream().filter(map -> map.largest() <= 0).count();
    return "Kernel %d answers to it most strongly; %s."
        .formatted(
            strongest + 1,
            silent == 0
                ? "every kernel answers above 0 somewhere"
                : "%d of %d answer above 0 nowhere".formatted(silent, count()));
  }
}
