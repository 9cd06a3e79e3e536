package org.twinprop.experiments.file;

import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.folds.FoldSettings;

/**
 * What is done with an experiment: one run, or many.
 *
 * @param folds how it is cross-validated; empty for not at all
 */
public record Protocol(Optional<FoldSettings> folds) {
  /**
   * @throws BadInput if a setting cannot be, or does not go with the others; names its place
   */
  public static Protocol of(Settings settings) {
    Optional<Integer> folds = settings.find(SettingKeys.FOLDS);
    if (folds.isEmpty()) {
      refuse(settings, SettingKeys.FOLD_BY, SettingKeys.FOLDS);
      refuse(settings, SettingKeys.STRATIFY, SettingKeys.FOLDS);
    }
    return new Protocol(
        folds.map(
            count ->
                new FoldSettings(
                    count,
                    settings.find(SettingKeys.FOLD_BY),
                    settings.find(SettingKeys.STRATIFY))));
  }

  private static void refuse(Settings settings, SettingKey<?> key, SettingKey<?> needed) {
    settings
        .written(key.name())
        .ifPresent(
            setting -> {
              throw new BadInput(
                  "%s: %s says nothing without %s: add it, or leave %s out"
                      .formatted(setting.place(), key.name(), needed.name(), key.name()));
            });
  }
}
