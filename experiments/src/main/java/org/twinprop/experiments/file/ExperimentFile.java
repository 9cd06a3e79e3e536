package org.twinprop.experiments.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.tasks.Task;
import org.twinprop.experiments.tasks.Tasks;
import org.twinprop.experiments.training.Defaults;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.layers.updater.GradientClipping;

/**
 * An experiment as a file: the keys are those of the {@code config.yaml} that every run leaves, so
 * that one is an experiment file too. {@code experiment} and {@code network} must be given.
 */
public final class ExperimentFile {
  private static final int LARGEST_BATCH = 1_000_000;
  private static final Set<String> TYPES = Set.of("float32", "float64");

  private final Settings settings;

  private ExperimentFile(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param file of lines {@code key: value}
   * @param instead settings that stand in for those of the file, by key
   * @param out folder for the results, if one is named
   * @throws BadInput if something in it cannot be; names file, line, column and key
   */
  public static ExperimentSettings read(
      Path file, Map<String, String> instead, Optional<Path> out) {
    Map<String, Setting> all = new LinkedHashMap<>(YamlSettings.read(file));
    instead.forEach((key, text) -> all.put(key, new Setting(key, text, "--set " + key)));
    return new ExperimentFile(new Settings(file.toString(), all, ExperimentSettings.KEYS))
        .settings(file, out);
  }

  private ExperimentSettings settings(Path file, Optional<Path> out) {
    Setting experiment = settings.required("experiment");
    Task task = experiment.read(() -> Tasks.named(experiment.text()));
    ExperimentSettings read =
        new ExperimentSettings(
            task,
            name(file, task),
            settings.required("network").text().replaceAll("\\s+", " "),
            settings.or("updater", Defaults.UPDATER).text(),
            settings.or("initializer", Defaults.INITIALIZER).text(),
            Settings.positive(settings.or("learning_rate", Defaults.LEARNING_RATE)),
            settings.or("schedule", Defaults.SCHEDULE).text(),
            new GradientClipping(limit("clip_value"), limit("clip_norm")),
            Settings.wholeNumber(settings.or("batch", Defaults.BATCH), 1, LARGEST_BATCH),
            settings.wholeNumber("epochs", 0),
            Settings.seed(settings.or("seed", Defaults.SEED)),
            Settings.flag(settings.or("twin", "true")),
            type(),
            settings.optional("data").map(data -> folder(data, task)),
            settings.wholeNumber("limit", 1),
            out);
    requireReadable(read);
    return read;
  }

  /**
   * Texts in the texts are read here once, so that what is wrong with one is said with its place.
   */
  private void requireReadable(ExperimentSettings read) {
    settings.required("network").read(read::architecture);
    settings.or("updater", Defaults.UPDATER).read(read::makeUpdater);
    settings.or("initializer", Defaults.INITIALIZER).read(read::makeInitializer);
    settings.or("schedule", Defaults.SCHEDULE).read(read::makeSchedule);
  }

  private double limit(String key) {
    return settings.optional(key).map(Settings::positive).orElse(Double.POSITIVE_INFINITY);
  }

  private DataType type() {
    Setting type = settings.or("type", Defaults.TYPE);
    if (!TYPES.contains(type.text())) {
      throw type.wrong("float32 or float64");
    }
    return ExperimentSettings.type(type.text());
  }

  private static Path folder(Setting data, Task task) {
    Path folder = Path.of(data.text());
    if (task.readsFolder() && !Files.isDirectory(folder)) {
      throw data.wrong(
          "a folder that there is, counted from %s".formatted(Path.of("").toAbsolutePath()));
    }
    return folder;
  }

  /** A run's own config.yaml says nothing by its name. */
  private static String name(Path file, Task task) {
    String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return stem.equals("config") ? task.name() : stem;
  }
}
