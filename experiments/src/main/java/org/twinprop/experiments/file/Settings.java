package org.twinprop.experiments.file;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.layers.text.Nearest;

/**
 * The settings of an experiment by key, each with the place where it was written: those of a file
 * and of the files that it extends, and those that a person gave instead.
 */
public final class Settings {
  private final Path file;
  private final Map<String, Setting> settings;

  private Settings(Path file, Map<String, Setting> settings) {
    this.file = file;
    this.settings = settings;
  }

  /**
   * @param file of lines {@code key: value}, which may extend another
   * @param instead settings that stand in for those of the files
   * @param known all keys that there are
   * @throws BadInput if a file cannot be read, or for a key that is not known; says where it stands
   *     and which is nearest
   */
  public static Settings of(Path file, List<Setting> instead, Collection<String> known) {
    return of(file, instead).requireKnown(known);
  }

  /**
   * The same without a look at its keys.
   *
   * @throws BadInput if a file cannot be read
   */
  public static Settings of(Path file, List<Setting> instead) {
    return new Settings(file, ExtendedFile.read(file)).with(instead);
  }

  /** Settings that were given as options alone, without a file. */
  public static Settings ofOptions(List<Setting> options) {
    return new Settings(Path.of("options"), Map.of()).with(options);
  }

  /**
   * Settings that stand in no file.
   *
   * @param name what messages, and a run, call them
   * @throws BadInput for a key that is not known; says where it stands and which is nearest
   */
  public static Settings given(Path name, List<Setting> settings, Collection<String> known) {
    return new Settings(name, Map.of()).with(settings).requireKnown(known);
  }

  /** All that are written, in their order. */
  public List<Setting> all() {
    return List.copyOf(settings.values());
  }

  /** These, but for some that are others. */
  public Settings with(List<Setting> instead) {
    Map<String, Setting> all = new LinkedHashMap<>(settings);
    for (Setting setting : instead) {
      if (setting.key().equals(SettingKeys.EXTENDS.name())) {
        throw new BadInput(setting.place() + ": extends can only stand in a file");
      }
      all.put(setting.key(), setting);
    }
    return new Settings(file, all);
  }

  /**
   * @throws BadInput for a key that is not known; says where it stands and which is nearest
   */
  public Settings requireKnown(Collection<String> known) {
    for (Setting setting : settings.values()) {
      if (!known.contains(setting.key())) {
        throw new BadInput(
            "%s: there is no setting '%s' (%s)"
                .formatted(
                    setting.place(),
                    setting.key(),
                    Nearest.hintOfMany(
                        setting.key(),
                        known,
                        "'./twinprop run --schema' and 'search --schema' list all")));
      }
    }
    return this;
  }

  /** The file that was read. */
  public Path file() {
    return file;
  }

  /** As a person wrote it; empty if nobody did. */
  public Optional<Setting> written(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  /**
   * Its value, or that of its stand-in.
   *
   * @throws BadInput if it cannot be; or if it is not given, and there is no stand-in
   */
  public <T> T get(SettingKey<T> key) {
    return find(key)
        .or(() -> key.standIn().map(text -> key.read(new Setting(key.name(), text, "default"))))
        .orElseThrow(
            () ->
                new BadInput(
                    "%s has no '%s': add a line '%s: ...'"
                        .formatted(file, key.name(), key.name())));
  }

  /**
   * Its value; empty if it is not given.
   *
   * @throws BadInput if it cannot be
   */
  public <T> Optional<T> find(SettingKey<T> key) {
    return written(key.name()).map(key::read);
  }
}
