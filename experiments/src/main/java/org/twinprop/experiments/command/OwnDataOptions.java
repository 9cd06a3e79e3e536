package org.twinprop.experiments.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.console.ColumnTable;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.file.ChosenNetwork;
import org.twinprop.experiments.file.SavedExperiment;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.SettingKeys;
import org.twinprop.experiments.tasks.TableAccount;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Data of one's own: a table, or a folder of images. Each option is a key of experiment files. */
final class OwnDataOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description =
          "A table of one's own, with a header. What its columns are is found out, and said.")
  private String csv;

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = "Of a table: the column to predict.")
  private String target;

  @Option(
      names = "--group",
      paramLabel = "COLUMNS",
      description = "Of a table: columns that results are told by, with commas between them.")
  private String group;

  @Option(
      names = "--apart",
      paramLabel = "COLUMN",
      description =
          "The column whose rows belong together, such as a person or a building: none of its"
              + " values is both learned from and tested.")
  private String apart;

  @Option(
      names = "--exclude",
      paramLabel = "COLUMNS",
      description = "Of a table: columns that are not to be used.")
  private String exclude;

  @Option(
      names = "--keep",
      paramLabel = "COLUMNS",
      description = "Of a table: columns to use though they look useless, or like a leak.")
  private String keep;

  @Option(names = "--regression", description = "Of a table: take the target for a number.")
  private boolean regression;

  @Option(names = "--classification", description = "Of a table: take the target for classes.")
  private boolean classification;

  @Option(names = "--log-target", description = "Of a table: learn the logarithm of the target.")
  private boolean logTarget;

  @Option(
      names = "--unit",
      paramLabel = "WORD",
      description = "Of a table: what the target is counted in, as in '$' or minutes.")
  private String unit;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description =
          "Images of one's own: a folder of PNG or JPEG files for each class. A groups.csv beside"
              + " them has a column 'file', as in cats/1.png, and columns of groups.")
  private String images;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Of images: what they are scaled to, as in 32x32.")
  private String size;

  @Option(
      names = "--net",
      paramLabel = "TEXT",
      description = "For data of one's own: the network. Default: one that suits the data.")
  private String network;

  @Option(
      names = "--save",
      paramLabel = "FILE.yaml",
      description =
          "Write what was found out about data of one's own as an experiment file, to be edited,"
              + " and train nothing.")
  private Path save;

  /** Whether anything is said about data of one's own. */
  boolean given() {
    return !settings().isEmpty() || save != null;
  }

  /** What was said, as settings of a file. */
  List<Setting> settings() {
    if (regression && classification) {
      throw new ParameterException(
          spec.commandLine(), "--regression and --classification: take one of them");
    }
    List<Setting> settings = new ArrayList<>();
    add(settings, SettingKeys.CSV.name(), csv, "--csv");
    add(settings, SettingKeys.TARGET.name(), target, "--target");
    add(settings, SettingKeys.GROUP.name(), group, "--group");
    add(settings, SettingKeys.APART.name(), apart, "--apart");
    add(settings, SettingKeys.EXCLUDE.name(), exclude, "--exclude");
    add(settings, SettingKeys.KEEP.name(), keep, "--keep");
    add(settings, SettingKeys.PREDICT.name(), regression ? "regression" : null, "--regression");
    add(
        settings,
        SettingKeys.PREDICT.name(),
        classification ? "classification" : null,
        "--classification");
    add(settings, SettingKeys.LOG_TARGET.name(), logTarget ? "true" : null, "--log-target");
    add(settings, SettingKeys.UNIT.name(), unit, "--unit");
    add(settings, SettingKeys.IMAGES.name(), images, "--images");
    add(settings, SettingKeys.SIZE.name(), size, "--size");
    add(settings, SettingKeys.NETWORK.name(), network, "--net");
    if (!settings.isEmpty()) {
      requireData();
      settings.add(
          new Setting(
              SettingKeys.EXPERIMENT.name(), csv == null ? "images" : "table", "the command line"));
    }
    return settings;
  }

  private void requireData() {
    if ((csv == null) == (images == null)) {
      throw new ParameterException(
          spec.commandLine(),
          csv == null
              ? "name the data: --csv FILE --target COLUMN, or --images DIR"
              : "--csv and --images: take one of them");
    }
  }

  private static void add(List<Setting> settings, String key, String text, String option) {
    if (text != null) {
      settings.add(new Setting(key, text.strip(), option));
    }
  }

  /** A name for the run: that of the data. */
  Path name() {
    Path data = Path.of(csv == null ? images : csv).toAbsolutePath().normalize().getFileName();
    String stem = data == null ? "data" : data.toString().replaceFirst("\\.[^.]+$", "");
    return Path.of(stem + ".yaml");
  }

  /** Where to write the experiment instead of running it. */
  Optional<Path> save() {
    return Optional.ofNullable(save);
  }

  /** Writes the experiment, and says what was found out. */
  int saved(ChosenNetwork chosen, JsonTarget json) {
    SavedExperiment.write(save, chosen);
    json.write(Map.of("file", save.toString()));
    Console console = json.console();
    chosen.data().table().ifPresent(table -> tell(console, table));
    console.print("Network: " + chosen.settings().get(SettingKeys.NETWORK));
    console.print("Wrote %1$s. Edit it, and run it: ./twinprop run %1$s".formatted(save));
    return ExitCode.OK;
  }

  private static void tell(Console console, TableAccount table) {
    console.print(table.kind());
    table.notes().forEach(console::point);
    if (!table.columns().isEmpty()) {
      console.gap();
      console.print(ColumnTable.of(table.columns()));
    }
    console.gap();
  }
}
