package org.twinprop.experiments.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.Settings;
import org.twinprop.experiments.folder.SearchDescription;
import org.twinprop.experiments.folder.SearchFolder;

/**
 * What a person asked for.
 *
 * @param settings of the experiment and the search, spaces too
 * @param out a new folder; empty for {@code runs/<time>-search-<name>}
 * @param resume the folder of a search to go on with; empty for a new one
 */
public record SearchRequest(Settings settings, Optional<Path> out, Optional<Path> resume) {
  /**
   * A search that an experiment file describes.
   *
   * @param instead settings that stand in for those of the file
   * @throws org.twinprop.data.BadInput if the file cannot be read, or a key is unknown
   */
  public static SearchRequest ofFile(
      Path file, List<Setting> instead, Optional<Path> out, Optional<Path> resume) {
    return new SearchRequest(Settings.of(file, instead, SearchKeys.names()), out, resume);
  }

  /** The search that is built in for check digits. */
  public static SearchRequest checks(
      List<Setting> instead, Optional<Path> out, Optional<Path> resume) {
    Settings settings =
        Settings.given(Path.of("checks"), BuiltInSpace.checks(), SearchKeys.names());
    return new SearchRequest(
        Settings.given(settings.file(), settings.with(instead).all(), SearchKeys.names()),
        out,
        resume);
  }

  /** The search of a folder, as it was begun. */
  public static SearchRequest again(Path folder, List<Setting> instead) {
    SearchDescription description = SearchFolder.description(folder);
    List<Setting> all = new ArrayList<>();
    for (Map.Entry<String, String> setting : description.settings().entrySet()) {
      all.add(
          new Setting(
              setting.getKey(), setting.getValue(), folder.resolve("search.json").toString()));
    }
    all.addAll(instead);
    return new SearchRequest(
        Settings.given(Path.of(description.name()), all, SearchKeys.names()),
        Optional.empty(),
        Optional.of(folder));
  }
}
