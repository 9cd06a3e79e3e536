package org.twinprop.trainer.twin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.text.WellKnownNetworks;
import org.twinprop.layers.updater.Updater;
import org.twinprop.trainer.HandwrittenLearner;

/**
 * What the hand-written catalogue computes in float64 from fixed seeds, to be held against what
 * another backend computes: of every layer and loss the output, loss and gradients of a network
 * with it, of every updater the parameters after {@value #UPDATES} steps. The digits' networks are
 * among them, for large products take other paths than small ones.
 *
 * @param subjects each network's text, or updater's, with its arrays by name, row by row; of large
 *     ones {@value #MOST} entries, evenly spaced
 */
public record CatalogueNumbers(Map<String, Map<String, double[]>> subjects) {
  private static final long SEED = 2025;
  private static final int UPDATES = 20;
  private static final int MOST = 500;
  private static final double LEARNING_RATE = 0.01;
  private static final Shape DIGIT = Shape.of(1, 28, 28);

  /**
   * Computes them on the backend in use.
   *
   * @param goesOn asked before each subject; once it says no, the rest is left out
   */
  public static CatalogueNumbers compute(BooleanSupplier goesOn) {
    Map<String, Map<String, double[]>> computed = new LinkedHashMap<>();
    for (var subject : all().entrySet()) {
      if (!goesOn.getAsBoolean()) {
        break;
      }
      computed.put(subject.getKey(), subject.getValue().get());
    }
    return new CatalogueNumbers(computed);
  }

  /** How many subjects {@link #compute} has if nothing stops it. */
  public static int size() {
    return all().size();
  }

  private static Map<String, Supplier<Map<String, double[]>>> all() {
    Map<String, Supplier<Map<String, double[]>>> all = new LinkedHashMap<>();
    Catalogue.layers().values().stream()
        .flatMap(kind -> CatalogueNetwork.with(kind).stream())
        .forEach(subject -> add(all, subject));
    Catalogue.losses().keySet().stream()
        .flatMap(loss -> Stream.of(CatalogueNetwork.of(loss), CatalogueNetwork.ofSequences(loss)))
        .forEach(subject -> add(all, subject));
    add(all, new CatalogueNetwork(WellKnownNetworks.LENET, DIGIT, 8));
    add(all, new CatalogueNetwork(WellKnownNetworks.MLP, DIGIT, 64));
    Catalogue.updaters().keySet().forEach(text -> all.put(text, () -> afterUpdates(text)));
    return all;
  }

  private static void add(
      Map<String, Supplier<Map<String, double[]>>> all, CatalogueNetwork subject) {
    all.put(subject.text() + " on " + subject.input(), () -> passes(subject));
  }

  private static Map<String, double[]> passes(CatalogueNetwork subject) {
    try (Network network = subject.make(SEED)) {
      Numbers numbers = new Numbers(SEED);
      INDArray x = numbers.inputs(network, subject.batch());
      INDArray y = numbers.targets(network, subject.batch());
      Map<String, double[]> found = new TreeMap<>();
      found.put("output", some(network.forward(x, true)));
      network.wantInputGradient(true);
      found.put("loss", new double[] {network.loss(x, y)});
      network.backward();
      network.gradients().forEach((name, array) -> found.put("d" + name, some(array)));
      if (network.inputGradient() != null) { // there is none by word numbers
        found.put("dx", some(network.inputGradient()));
      }
      return found;
    }
  }

  private static Map<String, double[]> afterUpdates(String text) {
    Updater updater = NetworkText.parseOne(text, "updater", Catalogue.updaters());
    String updated = "dense(9) tanh dense(2) | mse l2=1e-3";
    try (Network network = Numbers.network(updated, Shape.of(5), DataType.DOUBLE, SEED);
        HandwrittenLearner learner = new HandwrittenLearner(network, updater)) {
      Numbers numbers = new Numbers(SEED);
      INDArray x = numbers.inputs(network, 5);
      INDArray y = numbers.targets(network, 5);
      for (int update = 0; update < UPDATES; update++) {
        learner.step(x, y, LEARNING_RATE);
      }
      Map<String, double[]> found = new TreeMap<>();
      network.parameters().forEach((name, array) -> found.put(name, some(array)));
      return found;
    }
  }

  private static double[] some(INDArray array) {
    double[] entries = Comparison.entries(array);
    if (entries.length <= MOST) {
      return entries;
    }
    double[] some = new double[MOST];
    for (int i = 0; i < MOST; i++) {
      some[i] = entries[(int) ((long) i * entries.length / MOST)];
    }
    return some;
  }
}
