package org.twinprop.experiments.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.experiments.tasks.Task;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.initializer.Initializer;
import org.twinprop.layers.schedule.Schedule;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Clipped;
import org.twinprop.layers.updater.GradientClipping;
import org.twinprop.layers.updater.Updater;

/**
 * All that a person can choose about a run.
 *
 * @param task what to learn
 * @param name of the run, as its folder bears it
 * @param network as a network text
 * @param updater as its text, such as {@code adam(beta1=0.8)}
 * @param initializer as its text, such as {@code he}
 * @param learningRate above 0
 * @param schedule of the learning rate as its text, such as {@code warmup(1) cosine}
 * @param clipping of gradients before the updater sees them
 * @param batch examples a step, at least 1
 * @param epochs at least 0; empty for as many as the data needs
 * @param seed of everything random
 * @param twin whether DL4J trains beside
 * @param type of numbers in training
 * @param data the folder of {@code --data}
 * @param limit about how many training examples to take
 * @param out the folder of {@code --out}
 * @param mitigation what is done for groups that a network fails; empty for nothing
 */
public record ExperimentSettings(
    Task task,
    String name,
    String network,
    String updater,
    String initializer,
    double learningRate,
    String schedule,
    GradientClipping clipping,
    int batch,
    OptionalInt epochs,
    long seed,
    boolean twin,
    DataType type,
    Optional<Path> data,
    OptionalInt limit,
    Optional<Path> out,
    Optional<Mitigation> mitigation) {
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
  public Architecture architecture() {
    return NetworkText.parse(network);
  }

  /**
   * @throws IllegalArgumentException if the text is not an updater
   */
  public Updater makeUpdater() {
    return Clipped.of(NetworkText.parseOne(updater, "updater", Catalogue.updaters()), clipping);
  }

  /**
   * @throws IllegalArgumentException if the text is not an initializer
   */
  public Initializer makeInitializer() {
    return NetworkText.parseOne(initializer, "initializer", Catalogue.initializers());
  }

  /**
   * @throws IllegalArgumentException if the text is not a schedule
   */
  public Schedule makeSchedule() {
    return NetworkText.parseSchedule(schedule);
  }

  /**
   * As {@code config.yaml} has them.
   *
   * @param chosenEpochs those of the settings, or those that the data needs
   */
  public Map<String, Object> toMap(int chosenEpochs) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("experiment", task.name());
    map.putAll(task.settings());
    map.put("network", network);
    map.put("updater", updater);
    map.put("initializer", initializer);
    map.put("learning_rate", learningRate);
    map.put("schedule", schedule);
    putLimit(map, "clip_value", clipping.value());
    putLimit(map, "clip_norm", clipping.norm());
    map.put("batch", batch);
    map.put("epochs", chosenEpochs);
    map.put("seed", seed);
    map.put("twin", twin);
    map.put("type", typeName());
    task.folder(data)
        .ifPresent(folder -> map.put("data", folder.toAbsolutePath().normalize().toString()));
    limit.ifPresent(examples -> map.put("limit", examples));
    mitigation.ifPresent(what -> map.putAll(what.toMap()));
    return map;
  }

  /** The same but for another network and seed, and with or without a twin. */
  public ExperimentSettings variant(String otherNetwork, long otherSeed, boolean otherTwin) {
    return new ExperimentSettings(
        task,
        name,
        otherNetwork,
        updater,
        initializer,
        learningRate,
        schedule,
        clipping,
        batch,
        epochs,
        otherSeed,
        otherTwin,
        type,
        data,
        limit,
        out,
        mitigation);
  }

  private static void putLimit(Map<String, Object> map, String key, double limit) {
    if (limit < Double.POSITIVE_INFINITY) {
      map.put(key, limit);
    }
  }
}
