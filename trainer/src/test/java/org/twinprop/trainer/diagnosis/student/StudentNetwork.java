package org.twinprop.trainer.diagnosis.student;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Layers and a loss, the whole way there and back, and what is saved of it. */
final class StudentNetwork {
  final List<StudentLayer> layers = new ArrayList<>();
  private final Map<StudentLayer, List<Plant>> stored = new LinkedHashMap<>();
  final StudentLoss loss;
  private final double l1;
  private final double l2;
  private boolean single;
  private double value;
  private Values dx;

  StudentNetwork(String loss, double l1, double l2) {
    this.loss = new StudentLoss(loss);
    this.l1 = l1;
    this.l2 = l2;
  }

  StudentNetwork add(StudentLayer layer) {
    layers.add(layer);
    return this;
  }

  /** A mistake in the last lines, where a layer's gradients are stored. */
  void plantWhereStored(StudentLayer layer, Plant plant) {
    stored.computeIfAbsent(layer, key -> new ArrayList<>()).add(plant);
  }

  double l1() {
    return l1;
  }

  double l2() {
    return l2;
  }

  /** From now on every number is kept in float32. */
  void inSinglePrecision() {
    single = true;
    every().forEach(layer -> layer.parameters.replaceAll((name, values) -> values.rounded()));
  }

  /** As a person writes it. */
  String text() {
    return layers.stream().map(StudentLayer::text).collect(Collectors.joining(" "))
        + " | "
        + loss.name()
        + (l1 > 0 ? " l1=" + l1 : "")
        + (l2 > 0 ? " l2=" + l2 : "");
  }

  List<StudentLayer> withParameters() {
    return every().filter(layer -> !layer.parameters.isEmpty()).toList();
  }

  /** All layers, those inside of others too. */
  private Stream<StudentLayer> every() {
    return layers.stream()
        .flatMap(layer -> Stream.concat(Stream.of(layer), layer.inside().stream()));
  }

  <T extends StudentLayer> List<T> all(Class<T> kind) {
    return every().filter(kind::isInstance).map(kind::cast).toList();
  }

  Values forward(Values x) {
    Values h = x;
    for (StudentLayer layer : layers) {
      h = kept(layer.forward(h));
    }
    return h;
  }

  /** There and back. */
  void run(Values x, Values y) {
    Values z = forward(x);
    value = loss.value(z, y) + price();
    Values dh = kept(loss.gradient(z, y));
    for (int i = layers.size() - 1; i >= 0; i--) {
      dh = kept(layers.get(i).backward(dh));
    }
    dx = dh;
    withParameters().forEach(layer -> regularise(layer, x.size(0)));
  }

  private Values kept(Values values) {
    return single ? values.rounded() : values;
  }

  private double price() {
    double price = 0;
    for (StudentLayer layer : withParameters()) {
      for (Map.Entry<String, Values> one : layer.parameters.entrySet()) {
        for (double w : one.getKey().startsWith("W") ? one.getValue().entries() : new double[0]) {
          price += l1 * Math.abs(w) + l2 / 2 * w * w;
        }
      }
    }
    return price;
  }

  /** What is done with a layer's gradients before they are stored. */
  private void regularise(StudentLayer layer, int examples) {
    List<Plant> plants = stored.getOrDefault(layer, List.of());
    layer.gradients.replaceAll(
        (name, gradient) -> {
          Values whole = gradient.times(Storing.scale(plants, name, examples));
          double[] W = layer.parameters.get(name).entries();
          for (int i = 0; i < W.length; i++) {
            whole.entries()[i] += Storing.l2(plants, name, l2) * W[i];
            whole.entries()[i] += Storing.l1(plants, name, l1) * Math.signum(W[i]);
          }
          Storing.entries(plants, name, whole);
          return kept(whole);
        });
  }

  /** What a student saves. */
  Map<String, Values> arrays(Values x, Values y, boolean more) {
    Map<String, Values> arrays = new LinkedHashMap<>();
    arrays.put("x", x);
    arrays.put("y", y);
    int number = 0;
    for (StudentLayer layer : withParameters()) {
      number++;
      for (String name : layer.parameters.keySet()) {
        arrays.put(name + number, layer.parameters.get(name));
        arrays.put("d" + name + number, layer.gradients.get(name));
      }
    }
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof StudentDropout dropout) {
        arrays.put("mask" + (i + 1), dropout.mask());
      }
    }
    if (more) {
      if (!(layers.get(0) instanceof StudentEmbedding)) {
        arrays.put("dx", dx);
      }
      arrays.put("loss", new Values(new int[0], new double[] {value}));
    }
    return arrays;
  }
}
