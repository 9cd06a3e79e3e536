package org.twinprop.experiments.training;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.trainer.ExampleWeighting;
import org.twinprop.trainer.mitigation.GroupThresholds;
import org.twinprop.trainer.mitigation.GroupWeights;
import org.twinprop.trainer.mitigation.Oversampling;

/**
 * What a run does for the groups that a network fails.
 *
 * @param kind what is done
 * @param by the column of the groups
 * @param step of group-DRO: how fast the weights of groups follow their losses
 */
public record Mitigation(Kind kind, String by, double step) {
  /** DL4J's losses take weights, but not ones that follow from themselves. */
  static final String NO_TWIN =
      "DL4J has no loss whose weights follow the losses of groups, as group-dro's do";

  /** What can be done. */
  public enum Kind {
    /** Every group weighs the same in the loss. */
    REWEIGHT,
    /** Examples of small groups are learned several times an epoch. */
    OVERSAMPLE,
    /** The loss of the worst group is made small. */
    GROUP_DRO,
    /** After training, every group gets the threshold that suits it. */
    THRESHOLDS;

    /** As files and options call it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of that name. */
    public static Kind of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** The data as they are trained on. */
  TaskData prepared(TaskData data, long seed) {
    data.requireGroupColumn(by, "mitigate_by");
    if (kind == Kind.THRESHOLDS) {
      GroupThresholds.requireTwoClasses(data.train());
    }
    if (kind != Kind.OVERSAMPLE) {
      weighting(data); // which also finds a column that is not there
      return data;
    }
    return data.with(Oversampling.of(data.train(), by, seed), data.validation(), data.test());
  }

  /**
   * How examples are weighed; empty where all count alike.
   *
   * @throws BadInput if there is no such column, or a single group
   */
  Optional<ExampleWeighting> weighting(TaskData data) {
    ExampleWeighting balanced = GroupWeights.balanced(data.train(), by);
    return switch (kind) {
      case REWEIGHT -> Optional.of(balanced);
      case GROUP_DRO -> Optional.of(GroupWeights.robust(data.train(), by, step));
      case OVERSAMPLE, THRESHOLDS -> Optional.empty();
    };
  }

  /** As {@code config.yaml} has it. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("mitigation", kind.text());
    map.put("mitigate_by", by);
    if (kind == Kind.GROUP_DRO) {
      map.put("dro_step", step);
    }
    return map;
  }

  /** In words, for console and report. */
  String words() {
    return switch (kind) {
      case REWEIGHT -> "every group by %s weighs the same in the loss".formatted(by);
      case OVERSAMPLE ->
          "examples of small groups by %s are learned several times an epoch, until all groups are as large"
              .formatted(by);
      case GROUP_DRO ->
          "group-DRO by %s with step %s: groups weigh the more, the larger their losses are"
              .formatted(by, step);
      case THRESHOLDS ->
          "after training, every group by %s gets the threshold with the fewest errors on validation examples"
              .formatted(by);
    };
  }
}
