package org.twinprop.experiments.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinprop.data.table.TableQuestion.Kind;
import org.twinprop.experiments.tasks.DataChoices;

/** What an experiment file says about data of one's own. */
final class DataSettings {
  private DataSettings() {}

  static DataChoices of(Settings settings) {
    return new DataChoices(
        settings.find(SettingKeys.CSV),
        settings.find(SettingKeys.TARGET),
        settings.find(SettingKeys.GROUP).orElse(List.of()),
        settings.find(SettingKeys.APART),
        settings.find(SettingKeys.EXCLUDE).orElse(List.of()),
        settings.find(SettingKeys.KEEP).orElse(List.of()),
        kind(settings),
        settings.find(SettingKeys.LOG_TARGET),
        settings.find(SettingKeys.UNIT),
        settings.find(SettingKeys.IMAGES),
        settings.find(SettingKeys.SIZE),
        settings.find(SettingKeys.READ));
  }

  private static Optional<Kind> kind(Settings settings) {
    return settings
        .find(SettingKeys.PREDICT)
        .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
