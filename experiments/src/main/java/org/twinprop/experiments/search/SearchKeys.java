package org.twinprop.experiments.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.SettingKey;
import org.twinprop.experiments.file.SettingKeys;
import org.twinprop.experiments.file.Settings;
import org.twinprop.experiments.file.ValueKind;
import org.twinprop.trainer.search.Objective;

/** The settings that a search has beside those of its candidates. */
public final class SearchKeys {
  public static final SettingKey<Integer> CANDIDATES =
      new SettingKey<>(
          "candidates",
          ValueKind.wholeNumber(1, 100_000),
          "30",
          "How many candidates are tried at most.");

  public static final SettingKey<String> GENERATOR =
      new SettingKey<>(
          "generator",
          ValueKind.oneOf("random", "grid", "genetic"),
          "random",
          "How candidates are drawn from their spaces.");

  public static final SettingKey<Integer> GRID_POINTS =
      new SettingKey<>(
          "grid_points",
          ValueKind.wholeNumber(2, 1_000),
          "5",
          "Points of each range of numbers in a grid.");

  public static final SettingKey<String> OBJECTIVE =
      new SettingKey<>(
          "objective",
          ValueKind.text(Objective::parse),
          "error",
          "What is made small: loss, error, worst-group-error, largest-gap, or a weighted sum.");

  public static final SettingKey<String> GROUP_BY =
      new SettingKey<>(
          "group_by",
          ValueKind.column(),
          "The column whose groups are compared; the experiment's first, if not given.");

  public static final SettingKey<String> TRAIN =
      new SettingKey<>(
          "train",
          ValueKind.oneOf("handwritten", "twin"),
          "handwritten",
          "Which network of a candidate is trained: the hand-written one, or DL4J's.");

  public static final SettingKey<Double> VALIDATION =
      new SettingKey<>(
          "validation",
          new ValueKind<>(
              SearchKeys::share,
              new TreeMap<>(
                  Map.of("type", "number", "exclusiveMinimum", 0, "exclusiveMaximum", 1))),
          "0.2",
          "The share of the examples to learn from that candidates are measured on instead.");

  public static final SettingKey<Boolean> MEDIAN_STOPPING =
      new SettingKey<>(
          "median_stopping",
          ValueKind.flag(),
          "true",
          "Whether a candidate ends that is worse than the median of the others.");

  public static final SettingKey<Integer> WORKERS =
      new SettingKey<>(
          "workers",
          ValueKind.wholeNumber(1, 256),
          "Candidates that train at a time, one for each core if not given; nothing but time depends on it.");

  public static final SettingKey<Integer> AHEAD =
      new SettingKey<>(
          "ahead",
          ValueKind.wholeNumber(1, 256),
          "4",
          "A candidate is drawn, and judged, by those up to this many before it, so that so many can train at a time.");

  private static final SettingKey<Double> L1 =
      new SettingKey<>(
          "l1",
          ValueKind.numberAboveZero(),
          "The price of the weights' absolute values in the loss, instead of that in the network's text.");

  private static final SettingKey<Double> L2 =
      new SettingKey<>(
          "l2",
          ValueKind.numberAboveZero(),
          "The price of the weights' squares in the loss, instead of that in the network's text.");

  private static final List<SettingKey<?>> PRICE_KEYS = List.of(L1, L2);

  /** The prices of weights, which otherwise stand in the network's text. */
  static final List<String> PRICES = PRICE_KEYS.stream().<String>map(SettingKey::name).toList();

  static final List<SettingKey<?>> ALL =
      List.of(
          CANDIDATES,
          GENERATOR,
          GRID_POINTS,
          OBJECTIVE,
          GROUP_BY,
          TRAIN,
          VALIDATION,
          MEDIAN_STOPPING,
          WORKERS,
          AHEAD);

  /** What may have a space: all that leaves the examples as they are. */
  static final Set<String> SEARCHABLE =
      Set.of(
          "network",
          "updater",
          "initializer",
          "learning_rate",
          "schedule",
          "clip_value",
          "clip_norm",
          "batch",
          "epochs",
          "l1",
          "l2");

  /** What a run does beside training, which no candidate does. */
  private static final Set<String> OF_RUNS =
      Set.of(
          "folds",
          "fold_by",
          "stratify",
          "read",
          "learning_curve",
          "sizes",
          "model_sizes",
          "networks",
          "seeds",
          "mitigation",
          "mitigate_by",
          "dro_step");

  private SearchKeys() {}

  /** All keys of a file for a search, those that are for runs alone too. */
  public static List<String> names() {
    return all().<String>map(SettingKey::name).toList();
  }

  /** The keys that a search alone has, by which its files are known. */
  public static List<String> ownNames() {
    return Stream.concat(ALL.stream(), PRICE_KEYS.stream()).<String>map(SettingKey::name).toList();
  }

  private static Stream<SettingKey<?>> all() {
    return Stream.of(SettingKeys.ALL, ALL, PRICE_KEYS).flatMap(List::stream);
  }

  /**
   * @param settings that a run is to take
   * @throws BadInput if they are those of a search; says how one is begun
   */
  public static void requireNoSearch(Settings settings) {
    for (Setting setting : settings.all()) {
      boolean space = SEARCHABLE.contains(setting.key()) && CandidateSpace.isSpace(setting);
      if (space || ownNames().contains(setting.key())) {
        throw new BadInput(
            "%s: %s, but this is a single run: leave it out, or begin a search: ./twinprop search %s"
                .formatted(
                    setting.place(),
                    space
                        ? "%s has several values to search".formatted(setting.key())
                        : "'%s' is a setting of a search".formatted(setting.key()),
                    settings.file()));
      }
    }
  }

  /** Those that a search heeds. */
  static List<SettingKey<?>> heeded() {
    return all().filter(key -> !OF_RUNS.contains(key.name())).toList();
  }

  /** The key of that name. */
  static SettingKey<?> named(String name) {
    return all().filter(key -> key.name().equals(name)).findFirst().orElseThrow();
  }

  private static Double share(Setting setting) {
    try {
      double share = Double.parseDouble(setting.text());
      if (share > 0 && share < 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // the message below serves for both
    }
    throw setting.wrong("a share between 0 and 1, as 0.2");
  }

  /**
   * @throws BadInput if the setting would be ignored
   */
  static void requireHeeded(Setting setting) {
    if (OF_RUNS.contains(setting.key())) {
      throw new BadInput(
          "%s: a search heeds no '%s', for its candidates are trained once and as they are: leave it out, and give it to a run of the best"
              .formatted(setting.place(), setting.key()));
    }
  }

  static BadInput unsearchable(Setting setting) {
    return new BadInput(
        "%s: %s cannot be searched, because candidates could not be compared; these can: %s"
            .formatted(
                setting.place(),
                setting.key(),
                String.join(", ", SEARCHABLE.stream().sorted().toList())));
  }
}
