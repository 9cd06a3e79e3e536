package org.twinprop.experiments.file;

import java.nio.file.Path;
import java.util.List;
import org.twinprop.experiments.tasks.Task;
import org.twinprop.experiments.tasks.Tasks;
import org.twinprop.experiments.training.Defaults;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;

/**
 * The table of all settings: what experiment files are read by, {@code --set} is checked by, and
 * the schema for editors is made of.
 */
public final class SettingKeys {
  private static final int LARGEST_BATCH = 1_000_000;
  private static final int MOST_FOLDS = 1_000;

  public static final SettingKey<Path> EXTENDS =
      new SettingKey<>(
          "extends",
          ValueKind.path(),
          "Another file, counted from the folder of this one, whose settings hold but for those given here.");

  public static final SettingKey<Task> EXPERIMENT =
      new SettingKey<>(
          "experiment", ValueKind.named(Tasks.names(), Tasks::named), "What to learn.");

  public static final SettingKey<String> NETWORK =
      new SettingKey<>(
          "network",
          ValueKind.text(NetworkText::parse),
          "The network: layers, a bar, the loss, as in 'flatten dense(10) | softmax-xent'.");

  public static final SettingKey<String> UPDATER =
      new SettingKey<>(
          "updater",
          ValueKind.text(text -> NetworkText.parseOne(text, "updater", Catalogue.updaters())),
          Defaults.UPDATER,
          "How parameters follow their gradients, as in 'sgd' or 'adam(beta1=0.8)'.");

  public static final SettingKey<String> INITIALIZER =
      new SettingKey<>(
          "initializer",
          ValueKind.text(
              text -> NetworkText.parseOne(text, "initializer", Catalogue.initializers())),
          Defaults.INITIALIZER,
          "How weights begin, as in 'he' or 'xavier'.");

  public static final SettingKey<Double> LEARNING_RATE =
      new SettingKey<>(
          "learning_rate",
          ValueKind.numberAboveZero(),
          Defaults.LEARNING_RATE,
          "How far a step goes.");

  public static final SettingKey<String> SCHEDULE =
      new SettingKey<>(
          "schedule",
          ValueKind.text(NetworkText::parseSchedule),
          Defaults.SCHEDULE,
          "How the learning rate changes, as in 'constant' or 'warmup(1) cosine'.");

  public static final SettingKey<Double> CLIP_VALUE =
      new SettingKey<>(
          "clip_value",
          ValueKind.numberAboveZero(),
          "Hold every entry of the gradient between minus this and this.");

  public static final SettingKey<Double> CLIP_NORM =
      new SettingKey<>(
          "clip_norm",
          ValueKind.numberAboveZero(),
          "Shorten the whole gradient to this length where it is longer.");

  public static final SettingKey<Integer> BATCH =
      new SettingKey<>(
          "batch", ValueKind.wholeNumber(1, LARGEST_BATCH), Defaults.BATCH, "Examples a step.");

  public static final SettingKey<Integer> EPOCHS =
      new SettingKey<>(
          "epochs",
          ValueKind.wholeNumber(0, Integer.MAX_VALUE),
          "Passes over the training examples; as many as suit their number, if not given.");

  public static final SettingKey<Long> SEED =
      new SettingKey<>(
          "seed", ValueKind.anyWholeNumber(), Defaults.SEED, "Of everything that is random.");

  public static final SettingKey<Boolean> TWIN =
      new SettingKey<>("twin", ValueKind.flag(), "true", "Whether DL4J trains beside.");

  public static final SettingKey<String> TYPE =
      new SettingKey<>(
          "type",
          ValueKind.oneOf("float32", "float64"),
          Defaults.TYPE,
          "Numbers to train with. Checks always take float64.");

  public static final SettingKey<Path> DATA =
      new SettingKey<>(
          "data",
          ValueKind.path(),
          "The folder to read examples from, counted from where the program is started.");

  public static final SettingKey<Integer> LIMIT =
      new SettingKey<>(
          "limit",
          ValueKind.wholeNumber(1, Integer.MAX_VALUE),
          "About how many examples to learn from; all, if not given.");

  public static final SettingKey<Integer> FOLDS =
      new SettingKey<>(
          "folds",
          ValueKind.wholeNumber(2, MOST_FOLDS),
          "Cross-validate in so many folds instead of testing once.");

  public static final SettingKey<String> FOLD_BY =
      new SettingKey<>(
          "fold_by",
          ValueKind.column(),
          "With folds: the group column whose groups stay in one fold, as in writer; that of the task, if not given.");

  public static final SettingKey<String> STRATIFY =
      new SettingKey<>(
          "stratify",
          ValueKind.column(),
          "With folds: class, or a group column, whose shares all folds should have alike.");

  /** All of them; those of config.yaml in its order. */
  public static final List<SettingKey<?>> ALL =
      List.of(
          EXTENDS,
          EXPERIMENT,
          NETWORK,
          UPDATER,
          INITIALIZER,
          LEARNING_RATE,
          SCHEDULE,
          CLIP_VALUE,
          CLIP_NORM,
          BATCH,
          EPOCHS,
          SEED,
          TWIN,
          TYPE,
          DATA,
          LIMIT,
          FOLDS,
          FOLD_BY,
          STRATIFY);

  private SettingKeys() {}

  /** What files call them, in the same order. */
  public static List<String> names() {
    return ALL.stream().<String>map(SettingKey::name).toList();
  }
}
