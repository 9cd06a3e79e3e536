package org.twinprop.experiments.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.file.ExperimentFile;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.SettingKey;
import org.twinprop.experiments.file.SettingKeys;
import org.twinprop.experiments.file.Settings;
import org.twinprop.experiments.tasks.Task;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.experiments.training.ExperimentSettings;
import org.twinprop.trainer.search.GeneratorKind;
import org.twinprop.trainer.search.MedianStopping;
import org.twinprop.trainer.search.Objective;
import org.twinprop.trainer.search.Proposals;
import org.twinprop.trainer.search.SearchSettings;
import org.twinprop.trainer.search.SettingsSpace;
import org.twinprop.trainer.search.TextSpace;

/** What is searched, and how: the settings of an experiment, some of which are spaces. */
final class SearchPlan {
  private final Settings settings;
  private final SettingsSpace space;

  private SearchPlan(Settings settings, SettingsSpace space) {
    this.settings = settings;
    this.space = space;
  }

  /**
   * @param settings with known keys
   * @throws BadInput if one cannot be, or if none is a space; names its place
   */
  static SearchPlan of(Settings settings) {
    Map<String, TextSpace> spaces = new LinkedHashMap<>();
    for (Setting setting : settings.all()) {
      SearchKeys.requireHeeded(setting);
      if (SearchKeys.SEARCHABLE.contains(setting.key())) {
        spaces.put(setting.key(), CandidateSpace.of(setting));
      } else {
        CandidateSpace.requireFixed(setting);
      }
    }
    SearchKeys.ALL.forEach(key -> checked(settings, key));
    if (new SettingsSpace(spaces).searched().isEmpty()) {
      throw new BadInput(
          "%s: there is nothing to search: every setting has one value; give one a space, as in learning_rate: log(1e-4, 1e-1), or train it once: ./twinprop run %s"
              .formatted(settings.file(), settings.file()));
    }
    SearchPlan plan = new SearchPlan(settings, new SettingsSpace(spaces));
    plan.requireWork();
    plan.task(); // says what it does not take
    plan.proposals(); // says what is wrong with the space as a whole
    if (!spaces.containsKey(SettingKeys.NETWORK.name())) {
      settings.get(SettingKeys.NETWORK); // says that it is missing
    }
    return plan;
  }

  private static <T> void checked(Settings settings, SettingKey<T> key) {
    settings.find(key);
  }

  /** More workers than candidates may be drawn ahead would wait. */
  private void requireWork() {
    settings
        .find(SearchKeys.WORKERS)
        .filter(workers -> workers > get(SearchKeys.AHEAD))
        .ifPresent(
            workers -> {
              throw new BadInput(
                  "%s: workers is %d, but candidates are drawn %d ahead of results: take at most so many, or say ahead: %d, which is another search"
                      .formatted(
                          settings.written("workers").orElseThrow().place(),
                          workers,
                          get(SearchKeys.AHEAD),
                          workers));
            });
  }

  /** All settings as texts, spaces too, but for workers: equal for equal searches. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    settings.all().forEach(setting -> texts.put(setting.key(), CandidateSpace.text(setting)));
    texts.remove(SearchKeys.WORKERS.name());
    for (SettingKey<?> key : SearchKeys.ALL) {
      key.standIn().ifPresent(text -> texts.putIfAbsent(key.name(), text));
    }
    task()
        .folder(settings.find(SettingKeys.DATA))
        .ifPresent(folder -> texts.put("data", folder.toAbsolutePath().normalize().toString()));
    return texts;
  }

  /** What messages and the folder call it. */
  String name() {
    return settings.file().getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }

  /** The keys whose values differ between candidates. */
  List<String> searched() {
    return space.searched();
  }

  Objective objective() {
    return Objective.parse(get(SearchKeys.OBJECTIVE));
  }

  Optional<String> group() {
    return settings.find(SearchKeys.GROUP_BY);
  }

  double validation() {
    return get(SearchKeys.VALIDATION);
  }

  boolean trainsTwin() {
    return get(SearchKeys.TRAIN).equals("twin");
  }

  GeneratorKind generator() {
    return GeneratorKind.valueOf(get(SearchKeys.GENERATOR).toUpperCase(Locale.ROOT));
  }

  long seed() {
    return get(SettingKeys.SEED);
  }

  SearchSettings search() {
    return new SearchSettings(
        get(SearchKeys.CANDIDATES),
        settings
            .find(SearchKeys.WORKERS)
            .orElseGet(() -> Workers.asSuitsThisMachine(get(SearchKeys.AHEAD))),
        get(SearchKeys.AHEAD),
        get(SearchKeys.MEDIAN_STOPPING) ? Optional.of(MedianStopping.DEFAULT) : Optional.empty());
  }

  /**
   * @throws BadInput if there is nothing to search, or a grid is too large
   */
  Proposals proposals() {
    try {
      return Proposals.of(
          space, generator(), get(SearchKeys.GRID_POINTS), get(SearchKeys.CANDIDATES), seed());
    } catch (IllegalArgumentException e) {
      throw new BadInput("%s: %s".formatted(settings.file(), e.getMessage()), e);
    }
  }

  /**
   * The experiment of a candidate.
   *
   * @param drawn texts by key, of all keys that can be searched
   * @throws BadInput if it cannot be
   */
  ExperimentSettings candidate(Map<String, String> drawn) {
    List<Setting> all = new ArrayList<>();
    Map<String, String> texts = new LinkedHashMap<>(drawn);
    texts.computeIfPresent("network", (key, network) -> priced(network, drawn));
    texts.keySet().removeAll(SearchKeys.PRICES);
    for (Setting setting : settings.all()) {
      if (SettingKeys.names().contains(setting.key())) {
        all.add(
            texts.containsKey(setting.key())
                ? new Setting(setting.key(), texts.get(setting.key()), setting.place())
                : setting);
      }
    }
    all.add(new Setting("twin", Boolean.toString(trainsTwin()), "train"));
    return ExperimentFile.of(
        Settings.given(settings.file(), all, SettingKeys.names()), Optional.empty());
  }

  /** The network with the prices that were drawn, instead of those of its text. */
  private static String priced(String network, Map<String, String> drawn) {
    String priced = network;
    for (String price : SearchKeys.PRICES) {
      if (drawn.containsKey(price)) {
        priced =
            priced.replaceAll("\\s+" + price + "=\\S+", "") + " " + price + "=" + drawn.get(price);
      }
    }
    return priced;
  }

  /**
   * The examples that candidates have in common, before any is set apart.
   *
   * @throws BadInput if they cannot be found
   */
  TaskData examples() {
    OptionalInt limit =
        settings.find(SettingKeys.LIMIT).map(OptionalInt::of).orElse(OptionalInt.empty());
    return task().load(settings.find(SettingKeys.DATA), limit, seed());
  }

  Task task() {
    settings.get(SettingKeys.EXPERIMENT); // says if it is missing
    return ExperimentFile.task(settings);
  }

  private <T> T get(SettingKey<T> key) {
    return settings.get(key);
  }

  Path file() {
    return settings.file();
  }
}
