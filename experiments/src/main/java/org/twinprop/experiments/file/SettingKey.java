package org.twinprop.experiments.file;

import java.util.Optional;

/**
 * A key of experiment files.
 *
 * @param name as files have it
 * @param kind what it takes
 * @param standIn the text that stands in where it is not given; empty for none
 * @param description a sentence for an editor to show
 */
public record SettingKey<T>(
    String name, ValueKind<T> kind, Optional<String> standIn, String description) {
  public SettingKey(String name, ValueKind<T> kind, String description) {
    this(name, kind, Optional.empty(), description);
  }

  public SettingKey(String name, ValueKind<T> kind, String standIn, String description) {
    this(name, kind, Optional.of(standIn), description);
  }

  /**
   * @throws org.twinprop.data.BadInput if the setting cannot be; says where it stands
   */
  public T read(Setting setting) {
    return kind.reader().apply(setting);
  }
}
