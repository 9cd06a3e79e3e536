package org.twinprop.experiments.command;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.experiments.file.Setting;
import picocli.CommandLine.Option;

/**
 * Options that make other runs of one, or many; each is the setting of its name, and checked like
 * it.
 */
final class ProtocolOptions {
  @Option(
      names = "--folds",
      paramLabel = "K",
      description = "Cross-validate in K folds instead of testing once.")
  private String folds;

  @Option(
      names = "--fold-by",
      paramLabel = "COLUMN",
      description =
          "With --folds: the group column whose groups stay in one fold. Default: what belongs"
              + " together in this experiment, such as writers of digits, buildings of listings, or"
              + " --apart of your own data; single examples where nothing does.")
  private String foldBy;

  @Option(
      names = "--stratify",
      paramLabel = "class|COLUMN",
      description = "With --folds: what all folds should have the same shares of.")
  private String stratify;

  @Option(
      names = "--learning-curve",
      description =
          "Train from few examples and from many, several times, and say whether bias or variance"
              + " is the trouble.")
  private boolean learningCurve;

  @Option(
      names = "--sizes",
      paramLabel = "N,N,...",
      description = "With --learning-curve: numbers of examples. Default: a sixteenth to all.")
  private String sizes;

  @Option(
      names = "--model-sizes",
      paramLabel = "X,X,...",
      description =
          "Learning curve over the network's size: factors of its layers' widths, as in 0.5,1,2.")
  private String modelSizes;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "With learning curves: how often each point is trained. Default: 3.")
  private String seeds;

  @Option(
      names = "--mitigation",
      paramLabel = "KIND",
      description =
          "What is done for groups that the network fails: reweight, oversample, group-dro, or"
              + " thresholds (of two classes).")
  private String mitigation;

  @Option(
      names = "--mitigate-by",
      paramLabel = "COLUMN",
      description = "The group column that --mitigation is about, as in population.")
  private String mitigateBy;

  /** Those that were given. */
  List<Setting> settings() {
    List<Setting> given = new ArrayList<>();
    add(given, "folds", folds);
    add(given, "fold_by", foldBy);
    add(given, "stratify", stratify);
    add(given, "learning_curve", learningCurve ? "true" : null);
    add(given, "sizes", sizes);
    add(given, "model_sizes", modelSizes);
    add(given, "seeds", seeds);
    add(given, "mitigation", mitigation);
    add(given, "mitigate_by", mitigateBy);
    return given;
  }

  private static void add(List<Setting> given, String key, String text) {
    if (text != null) {
      given.add(new Setting(key, text, "--%s=%s".formatted(key.replace('_', '-'), text)));
    }
  }
}
