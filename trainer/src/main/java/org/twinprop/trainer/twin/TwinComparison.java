package org.twinprop.trainer.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.updater.Updater;
import org.twinprop.layers.updater.UpdaterState;

/**
 * A network beside its twin, number by number.
 *
 * <p>Every difference is relative to the largest magnitude in the array it is found in, ours or
 * theirs: rounding makes each entry wrong by about that times the type's precision, however small
 * the entry. A gradient whose terms cancel (of a bias before batch norm) is all rounding; so no
 * gradient is measured by less than a thousandth of the largest gradient of the network. A mistake
 * shows all the same: with a tolerance of 1e-10 whatever is more than 1e-13 of that.
 *
 * @param comparisons an array each
 * @param notes in words: what was not compared, and why
 */
public record TwinComparison(List<Comparison> comparisons, List<String> notes) {
  private static final double SMALLEST_GRADIENT = 1e-3;

  /** A gradient below this share of the network's largest is nothing but float64's rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * One below this share may be, where the network has learned so much that its largest gradient is
   * small itself: it is where the two agree less in it than this part of its size.
   */
  private static final double PERHAPS_ROUNDING = 1e-6;

  private static final double DIGITS = 1e-10;

  private static final String NETWORK = "network";

  public TwinComparison {
    comparisons = List.copyOf(comparisons);
    notes = List.copyOf(notes);
  }

  /**
   * Compares the two as they are: output, loss, gradients and input gradient on a batch,
   * parameters, and running statistics as they were before it. No parameter or statistic is
   * changed.
   *
   * @param network does not compute the gradient by its input afterwards unless that is asked for
   *     again
   * @param x the batch, [examples, input shape...]
   * @param y its targets, shaped as the output
   */
  public static TwinComparison of(Network network, Twin twin, INDArray x, INDArray y) {
    return of(network, twin, x, y, null, null);
  }

  /**
   * The same, where examples count differently, or steps do not count. A note says so where DL4J's
   * gradient is not that of its own masked loss.
   *
   * @param exampleWeights [examples], each at least 0; null where all are 1
   * @param mask [examples, steps], 1 where a step counts, else 0; null where all do
   * @throws IllegalArgumentException as {@link Twin#loss(INDArray, INDArray, INDArray, INDArray)}
   */
  public static TwinComparison of(
      Network network, Twin twin, INDArray x, INDArray y, INDArray exampleWeights, INDArray mask) {
    List<String> notes =
        twin.labelMask(x.size(0), exampleWeights, mask).difference().stream().toList();
    Collector collector = new Collector(twin.layersOfParameters());
    collector.addAll(Quantity.PARAMETER, network.parameters(), twin.parameters(), 0);
    collector.addAll(Quantity.STATE, network.states(), twin.states(), 0);
    INDArray output = network.forward(x, false).dup();
    collector.add(Quantity.OUTPUT, NETWORK, "output", output, twin.forward(x, false), 0);
    passes(network, twin, new Batch(x, y, exampleWeights, mask), collector);
    return new TwinComparison(collector.found, notes);
  }

  /**
   * Compares float64 copies of the two, both with the network's parameters: all that {@link #of}
   * does, and parameters and running statistics after an update by the updater. A parameter whose
   * gradient is nothing but rounding (a bias before batch norm) is left out after the update, with
   * a note: Adam and its kin divide by the gradient's size, and make steps of rounding.
   *
   * @param learningRate of the update
   * @throws IllegalArgumentException with the reason, if the network has no twin
   */
  public static TwinComparison ofCopies(
      Network network, Updater updater, double learningRate, INDArray x, INDArray y) {
    try (Network copy = network.as(DataType.DOUBLE);
        Twin twin = Twin.of(copy, updater, learningRate)) {
      TwinComparison before = of(copy, twin, x, y);
      List<Comparison> all = new ArrayList<>(before.without(Quantity.PARAMETER, Quantity.STATE));
      List<String> notes = new ArrayList<>(twin.whyStepsDiffer().stream().toList());
      if (notes.isEmpty()) {
        all.addAll(afterUpdate(copy, twin, updater, learningRate, x, y, notes));
      }
      return new TwinComparison(all, notes);
    }
  }

  /** The comparison that agrees least; empty if nothing was compared. */
  public Optional<Comparison> worst() {
    return comparisons.stream().max(Comparator.comparingDouble(Comparison::difference));
  }

  /** Whether every difference is at most {@code tolerance}. */
  public boolean agrees(double tolerance) {
    return comparisons.stream().allMatch(comparison -> comparison.difference() <= tolerance);
  }

  private List<Comparison> without(Quantity... left) {
    List<Quantity> out = List.of(left);
    return comparisons.stream().filter(c -> !out.contains(c.quantity())).toList();
  }

  private static void passes(Network network, Twin twin, Batch batch, Collector collector) {
    Map<String, INDArray> statistics = copies(network.states());
    network.wantInputGradient(true);
    double loss = network.loss(batch.x, batch.y, batch.exampleWeights, batch.mask);
    network.backward();
    network.wantInputGradient(false);
    statistics.forEach((name, before) -> network.states().get(name).assign(before));
    double theirLoss = twin.loss(batch.x, batch.y, batch.exampleWeights, batch.mask);
    collector.add(Quantity.LOSS, NETWORK, "loss", Nd4j.scalar(loss), Nd4j.scalar(theirLoss), 0);
    double scale = SMALLEST_GRADIENT * largest(network.gradients());
    collector.addAll(Quantity.GRADIENT, network.gradients(), twin.gradients(), scale);
    if (network.inputGradient() != null) { // there is none by word numbers
      collector.add(
          Quantity.INPUT_GRADIENT, NETWORK, "x", network.inputGradient(), twin.inputGradient(), 0);
    }
  }

  private static List<Comparison> afterUpdate(
      Network copy,
      Twin twin,
      Updater updater,
      double learningRate,
      INDArray x,
      INDArray y,
      List<String> notes) {
    Map<String, INDArray> compared = new LinkedHashMap<>(copy.parameters());
    try (UpdaterState state = new UpdaterState(updater, copy.parameterVector())) {
      copy.loss(x, y);
      copy.backward();
      compared.keySet().removeAll(rounding(copy.gradients(), twin.gradients(), notes));
      updater.update(copy.parameterVector(), copy.gradientVector(), state, learningRate, 1);
      twin.step(x, y);
    }
    Collector collector = new Collector(twin.layersOfParameters());
    collector.addAll(Quantity.PARAMETER, compared, twin.parameters(), 0);
    collector.addAll(Quantity.STATE, copy.states(), twin.states(), 0);
    return collector.found;
  }

  private static List<String> rounding(
      Map<String, INDArray> ours, Map<String, INDArray> theirs, List<String> notes) {
    double largest = largest(ours);
    List<String> names =
        ours.keySet().stream()
            .filter(name -> isRounding(ours.get(name), theirs.get(name), largest))
            .sorted()
            .toList();
    if (!names.isEmpty()) {
      notes.add(
          String.join(", ", names)
              + ": the gradient is 0 but for rounding (as of a bias that batchnorm takes out again:"
              + " bias=false spares it), so what an update makes of it is not compared");
    }
    return names;
  }

  /**
   * @param largestOfAll of the network's gradients
   */
  static boolean isRounding(INDArray ours, INDArray theirs, double largestOfAll) {
    double largest =
        Math.max(
            Comparison.largest(Comparison.entries(ours)),
            Comparison.largest(Comparison.entries(theirs)));
    return 0 < largest
        && (largest <= ROUNDING * largestOfAll
            || (largest <= PERHAPS_ROUNDING * largestOfAll
                && apart(ours, theirs) > DIGITS * largest));
  }

  private static double apart(INDArray ours, INDArray theirs) {
    try (INDArray difference = ours.sub(theirs)) {
      return Comparison.largest(Comparison.entries(difference));
    }
  }

  private static Map<String, INDArray> copies(Map<String, INDArray> arrays) {
    Map<String, INDArray> copies = new HashMap<>();
    arrays.forEach((name, array) -> copies.put(name, array.dup()));
    return copies;
  }

  private static double largest(Map<String, INDArray> arrays) {
    return arrays.values().stream()
        .mapToDouble(array -> Comparison.largest(Comparison.entries(array)))
        .max()
        .orElse(0);
  }

  /** A batch, and how much of it counts. */
  private record Batch(INDArray x, INDArray y, INDArray exampleWeights, INDArray mask) {}

  /** Comparisons as they are made. */
  private record Collector(Map<String, String> layers, List<Comparison> found) {
    private Collector(Map<String, String> layers) {
      this(layers, new ArrayList<>());
    }

    void addAll(
        Quantity quantity, Map<String, INDArray> ours, Map<String, INDArray> theirs, double scale) {
      ours.forEach(
          (name, array) -> add(quantity, layers.get(name), name, array, theirs.get(name), scale));
    }

    void add(
        Quantity quantity,
        String layer,
        String name,
        INDArray ours,
        INDArray theirs,
        double scale) {
      found.add(Comparison.of(quantity, layer, name, ours, theirs, scale));
    }
  }
}
