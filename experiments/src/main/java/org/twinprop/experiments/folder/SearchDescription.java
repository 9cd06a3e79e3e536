package org.twinprop.experiments.folder;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.twinprop.data.BadInput;

/**
 * What a search is about. Two that are equal have the same candidates.
 *
 * @param name what its folder is called after
 * @param settings by key, spaces too, as texts
 * @param data what the examples are
 */
public record SearchDescription(String name, Map<String, String> settings, List<DataOrigin> data) {
  /** Keeps copies that do not change, in their order. */
  public SearchDescription {
    Objects.requireNonNull(name, "name");
    settings.values().forEach(value -> Objects.requireNonNull(value, "a setting"));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    data = List.copyOf(data);
  }

  /**
   * @param folder where this one is from
   * @throws BadInput if a setting is another; names the first
   */
  public void requireSettings(Path folder, Map<String, String> others) {
    Set<String> keys = new LinkedHashSet<>(settings.keySet());
    keys.addAll(others.keySet());
    for (String key : keys) {
      String mine = settings.getOrDefault(key, "not given");
      String other = others.getOrDefault(key, "not given");
      if (!mine.equals(other)) {
        throw new BadInput(
            "%s is another search: there %s is %s, but here it is %s; give it as it was, or leave --resume out to start anew"
                .formatted(folder, key, mine, other));
      }
    }
  }

  /**
   * @throws BadInput if the examples are others; says which part
   */
  public void requireData(Path folder, List<DataOrigin> others) {
    for (int i = 0; i < data.size(); i++) {
      if (!data.get(i).equals(others.get(i))) {
        throw new BadInput(
            "%s is a search on other examples: for %s it had %s, and now there are %s, or their files have changed; put them back, or leave --resume out to start anew"
                .formatted(
                    folder,
                    data.get(i).part(),
                    data.get(i).description(),
                    others.get(i).description()));
      }
    }
  }
}
