package org.twinprop.experiments.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.file.Setting;
import org.twinprop.experiments.file.SettingKey;
import org.twinprop.experiments.file.SettingKeys;
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
          ValueKind.text(text -> text),
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
          new ValueKind<>(SearchKeys::share, Map.of("type", "number")),
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
          "workers", ValueKind.wholeNumber(1, 256), "1", "Candidates that train at a time.");

  /** The prices of weights, which otherwise stand in the network's text. */
  static final List<String> PRICES = List.of("l1", "l2");

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
          WORKERS);

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

  /** All keys of a file for a search. */
  public static List<String> names() {
    return Stream.concat(
            SettingKeys.names().stream(),
            Stream.concat(ALL.stream().map(SettingKey::name), PRICES.stream()))
        .toList();
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
