package org.twinprop.experiments.command;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.SettingKeys;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of training for what is said in a file, or found out about data: each stands in for
 * the setting of its name, and is checked like it.
 */
final class SettingOptions {
  private SettingOptions() {}

  /** Adds them as {@link TrainingOptions} describes them, without its defaults. */
  static void addTo(CommandSpec command) {
    for (OptionSpec option : CommandSpec.forAnnotatedObject(new TrainingOptions()).options()) {
      if (SettingKeys.names().contains(key(option))) {
        command.addOption(
            OptionSpec.builder(option.longestName())
                .paramLabel(option.paramLabel())
                .description(option.description())
                .type(String.class)
                .build());
      }
    }
  }

  /** Those that were given. */
  static List<Setting> given(CommandSpec command) {
    List<Setting> given = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      if (option.userObject() == null && option.getValue() instanceof String text) {
        given.add(new Setting(key(option), text.strip(), option.longestName() + " " + text));
      }
    }
    return given;
  }

  private static String key(OptionSpec option) {
    return option.longestName().substring(2).replace('-', '_');
  }
}
