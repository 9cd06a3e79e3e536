package org.twinprop.experiments.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.twinprop.experiments.tasks.Task;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.layers.updater.GradientClipping;

/**
 * An experiment as a file: the keys are those of the {@code config.yaml} that every run leaves, so
 * that one is an experiment file too. {@code experiment} and {@code network} must be given, there
 * or in a file that it extends.
 */
public final class ExperimentFile {
  private final Settings settings;

  private ExperimentFile(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param file of lines {@code key: value}
   * @param instead settings that stand in for those of the file
   * @param out folder for the results, if one is named
   * @throws org.twinprop.data.BadInput if something in it cannot be; names file, line, column and
   *     key
   */
  public static ExperimentSettings read(Path file, List<Setting> instead, Optional<Path> out) {
    return of(Settings.of(file, instead, SettingKeys.names()), out);
  }

  /**
   * @param settings whose keys are all known
   * @param out folder for the results, if one is named
   * @throws org.twinprop.data.BadInput if a setting cannot be; names its place
   */
  public static ExperimentSettings of(Settings settings, Optional<Path> out) {
    return new ExperimentFile(settings).settings(out);
  }

  /**
   * What is to be learned, with all that the settings say about its data.
   *
   * @throws org.twinprop.data.BadInput if it takes a setting not; names its place
   */
  public static Task task(Settings settings) {
    Task task = settings.get(SettingKeys.EXPERIMENT);
    return settings
        .written(SettingKeys.EXPERIMENT.name())
        .orElseThrow()
        .read(() -> task.with(DataSettings.of(settings)));
  }

  private ExperimentSettings settings(Optional<Path> out) {
    Task task = task(settings);
    return new ExperimentSettings(
        task,
        name(settings.file(), task),
        settings.get(SettingKeys.NETWORK),
        settings.get(SettingKeys.UPDATER),
        settings.get(SettingKeys.INITIALIZER),
        settings.get(SettingKeys.LEARNING_RATE),
        settings.get(SettingKeys.SCHEDULE),
        new GradientClipping(limit(SettingKeys.CLIP_VALUE), limit(SettingKeys.CLIP_NORM)),
        settings.get(SettingKeys.BATCH),
        number(SettingKeys.EPOCHS),
        settings.get(SettingKeys.SEED),
        settings.get(SettingKeys.TWIN),
        ExperimentSettings.type(settings.get(SettingKeys.TYPE)),
        folder(task),
        number(SettingKeys.LIMIT),
        out,
        Protocol.mitigation(settings));
  }

  private double limit(SettingKey<Double> key) {
    return settings.find(key).orElse(Double.POSITIVE_INFINITY);
  }

  private OptionalInt number(SettingKey<Integer> key) {
    return number(settings, key);
  }

  static OptionalInt number(Settings settings, SettingKey<Integer> key) {
    return settings.find(key).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private Optional<Path> folder(Task task) {
    Optional<Path> folder = settings.find(SettingKeys.DATA);
    if (task.readsFolder() && folder.isPresent() && !Files.isDirectory(folder.get())) {
      throw settings
          .written(SettingKeys.DATA.name())
          .orElseThrow()
          .wrong("a folder that there is, counted from %s".formatted(Path.of("").toAbsolutePath()));
    }
    return folder;
  }

  /** A run's own config.yaml says nothing by its name. */
  private static String name(Path file, Task task) {
    String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return stem.equals("config") ? task.name() : stem;
  }
}
