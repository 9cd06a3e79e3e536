package org.twinprop.experiments.file;

import java.util.List;
import org.twinprop.data.table.ColumnPlan;
import org.twinprop.experiments.tasks.SensibleNetwork;
import org.twinprop.experiments.tasks.Task;
import org.twinprop.experiments.tasks.TaskData;

/**
 * Settings about data of one's own, made whole: where no network is given, one that suits the data.
 *
 * @param settings with a network
 * @param data that they are about
 */
public record ChosenNetwork(Settings settings, TaskData data) {
  private static final String CHOSEN = "chosen for the data";

  /**
   * @param said settings without a network, or with one
   * @throws org.twinprop.data.BadInput if the data has a fault
   */
  public static ChosenNetwork of(Settings said) {
    Task task = ExperimentFile.task(said);
    TaskData data =
        task.load(
            said.find(SettingKeys.DATA),
            ExperimentFile.number(said, SettingKeys.LIMIT),
            said.get(SettingKeys.SEED));
    String key = SettingKeys.NETWORK.name();
    Settings whole =
        said.written(key).isPresent()
            ? said
            : said.with(List.of(new Setting(key, SensibleNetwork.text(data.train()), CHOSEN)));
    return new ChosenNetwork(whole, data);
  }

  /** The columns that are left out, as far as they were not before. */
  List<ColumnPlan> columns() {
    return data.table().map(table -> table.columns()).orElse(List.of());
  }
}
