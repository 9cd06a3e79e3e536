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
  private static final int MOST_SEEDS = 100;
  private static final int MOST_CHECKS = 1_000_000;

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

  public static final SettingKey<Path> CSV =
      new SettingKey<>(
          "csv",
          ValueKind.path(),
          "Of the experiment table: a CSV file with a header, counted from where the program is started, or from the folder of the data.");

  public static final SettingKey<String> TARGET =
      new SettingKey<>("target", ValueKind.column(), "The column to predict.");

  public static final SettingKey<List<String>> GROUP =
      new SettingKey<>("group", columns(), "Columns that results are told by.");

  public static final SettingKey<String> APART =
      new SettingKey<>(
          "apart",
          ValueKind.column(),
          "The column whose rows belong together: none of its values is in two parts.");

  public static final SettingKey<List<String>> EXCLUDE =
      new SettingKey<>("exclude", columns(), "Columns that are not to be used.");

  public static final SettingKey<List<String>> KEEP =
      new SettingKey<>(
          "keep",
          columns(),
          "Columns that are to be used though they look useless, or like a leak.");

  public static final SettingKey<String> PREDICT =
      new SettingKey<>(
          "predict",
          ValueKind.oneOf("regression", "classification"),
          "What the target is taken for; told by its values, if not given.");

  public static final SettingKey<Boolean> LOG_TARGET =
      new SettingKey<>(
          "log_target", ValueKind.flag(), "Whether the logarithm of the target is learned.");

  public static final SettingKey<String> UNIT =
      new SettingKey<>("unit", ValueKind.column(), "What the target is counted in, as in '$'.");

  public static final SettingKey<Path> IMAGES =
      new SettingKey<>(
          "images",
          ValueKind.path(),
          "Of the experiment images: a folder with a folder of PNG or JPEG files for each class.");

  public static final SettingKey<String> SIZE =
      new SettingKey<>("size", ValueKind.column(), "What images are scaled to, as in '28x28'.");

  public static final SettingKey<Integer> READ =
      new SettingKey<>(
          "read",
          ValueKind.wholeNumber(0, MOST_CHECKS),
          "How many images of whole checks, by the writers to test, are read at the end.");

  private static ValueKind<List<String>> columns() {
    return ValueKind.listOf(ValueKind.column(), ',');
  }

  public static final SettingKey<Boolean> LEARNING_CURVE =
      new SettingKey<>(
          "learning_curve",
          ValueKind.flag(),
          "Train from few examples and from many, and say whether bias or variance is the trouble.");

  public static final SettingKey<List<Integer>> SIZES =
      new SettingKey<>(
          "sizes",
          ValueKind.listOf(ValueKind.wholeNumber(1, Integer.MAX_VALUE), ','),
          "With learning_curve: numbers of training examples; a sixteenth to all, if not given.");

  public static final SettingKey<List<Double>> MODEL_SIZES =
      new SettingKey<>(
          "model_sizes",
          ValueKind.listOf(ValueKind.numberAboveZero(), ','),
          "Learning curve over the network's size: factors of its layers' widths, as in [0.5, 1, 2].");

  public static final SettingKey<List<String>> NETWORKS =
      new SettingKey<>(
          "networks",
          ValueKind.listOf(ValueKind.text(NetworkText::parse), ';'),
          "Learning curve over these networks, instead of widths of one.");

  public static final SettingKey<Integer> SEEDS =
      new SettingKey<>(
          "seeds",
          ValueKind.wholeNumber(1, MOST_SEEDS),
          "3",
          "With learning curves: how often each point is trained, from seed on.");

  public static final SettingKey<String> MITIGATION =
      new SettingKey<>(
          "mitigation",
          ValueKind.oneOf("reweight", "oversample", "group-dro", "thresholds"),
          "What is done for groups that the network fails.");

  public static final SettingKey<String> MITIGATE_BY =
      new SettingKey<>(
          "mitigate_by", ValueKind.column(), "The group column that mitigation is about.");

  public static final SettingKey<Double> DRO_STEP =
      new SettingKey<>(
          "dro_step",
          ValueKind.numberAboveZero(),
          "0.01",
          "With group-dro: how fast the weights of groups follow their losses.");

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
          STRATIFY,
          CSV,
          TARGET,
          GROUP,
          APART,
          EXCLUDE,
          KEEP,
          PREDICT,
          LOG_TARGET,
          UNIT,
          IMAGES,
          SIZE,
          READ,
          LEARNING_CURVE,
          SIZES,
          MODEL_SIZES,
          NETWORKS,
          SEEDS,
          MITIGATION,
          MITIGATE_BY,
          DRO_STEP);

  private SettingKeys() {}

  /** What files call them, in the same order. */
  public static List<String> names() {
    return ALL.stream().<String>map(SettingKey::name).toList();
  }
}
