package org.twinprop.experiments.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.initializer.Initializer;
import org.twinprop.layers.schedule.Schedule;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Updater;

/**
 * All that a person can choose about a run.
 *
 * @param network as a network text
 * @param updater as its text, such as {@code adam(beta1=0.8)}
 * @param initializer as its text, such as {@code he}
 * @param learningRate above 0
 * @param schedule of the learning rate as its text, such as {@code warmup(1) cosine}
 * @param batch examples a step, at least 1
 * @param epochs at least 0; empty for as many as the data needs
 * @param seed of everything random
 * @param twin whether DL4J trains beside
 * @param type of numbers in training
 * @param data the folder of {@code --data}
 * @param limit about how many training examples to take
 * @param out the folder of {@code --out}
 */
public record ExperimentSettings(
    String network,
    String updater,
    String initializer,
    double learningRate,
    String schedule,
    int batch,
    OptionalInt epochs,
    long seed,
    boolean twin,
    DataType type,
    Optional<Path> data,
    OptionalInt limit,
    Optional<Path> out) {
  private static final String FLOAT64 = "float64";

  /** The type that a person calls {@code float32} or {@code float64}. */
  public static DataType type(String name) {
    return name.equals(FLOAT64) ? DataType.DOUBLE : DataType.FLOAT;
  }

  /** What a person calls the type of numbers. */
  String typeName() {
    return type == DataType.DOUBLE ? FLOAT64 : "float32";
  }

  /**
   * @throws IllegalArgumentException if the text is not a network
   */
  Architecture architecture() {
    return NetworkText.parse(network);
  }

  /**
   * @throws IllegalArgumentException if the text is not an updater
   */
  Updater makeUpdater() {
    return NetworkText.parseOne(updater, "updater", Catalogue.updaters());
  }

  /**
   * @throws IllegalArgumentException if the text is not an initializer
   */
  Initializer makeInitializer() {
    return NetworkText.parseOne(initializer, "initializer", Catalogue.initializers());
  }

  /**
   * @throws IllegalArgumentException if the text is not a schedule
   */
  Schedule makeSchedule() {
    return NetworkText.parseSchedule(schedule);
  }

  /**
   * As {@code config.yaml} has them.
   *
   * @param chosenEpochs those of the settings, or those that the data needs
   */
  Map<String, Object> toMap(int chosenEpochs) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("experiment", Experiment.NAME);
    map.put("network", network);
    map.put("updater", updater);
    map.put("initializer", initializer);
    map.put("learning_rate", learningRate);
    map.put("schedule", schedule);
    map.put("batch", batch);
    map.put("epochs", chosenEpochs);
    map.put("seed", seed);
    map.put("twin", twin);
    map.put("type", typeName());
    data.ifPresent(folder -> map.put("data", folder.toString()));
    limit.ifPresent(examples -> map.put("limit", examples));
    return map;
  }
}
