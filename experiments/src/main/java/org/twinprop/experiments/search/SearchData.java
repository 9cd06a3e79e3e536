package org.twinprop.experiments.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.data.Examples;
import org.twinprop.data.Parts;
import org.twinprop.data.Split;
import org.twinprop.data.Splits;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.trainer.evaluation.GroupErrorRates;

/**
 * The examples of a search. Its validation part is drawn from the examples to learn from, whole
 * writers or buildings each, and larger than that of a run: the best of many candidates is found by
 * it. What is fitted to examples (scales, categories) is fitted to those that candidates learn
 * from.
 *
 * @param parts to learn from, to choose by, and for the last word
 * @param group the column that divides examples into groups; empty if there is none
 */
record SearchData(TaskData parts, Optional<String> group) {
  /** Groups with fewer examples do not count, as in every audit. */
  static final int MINIMUM = GroupErrorRates.DEFAULT_MINIMUM;

  /**
   * @throws BadInput if there are no such groups, or too few for the objective
   */
  static SearchData load(SearchPlan plan) {
    TaskData all = plan.examples();
    Examples examples = all.learnable();
    Optional<String> unit = all.unit().filter(examples.groupColumns()::contains);
    Split split = Splits.by(examples, unit, plan.validation(), plan.seed());
    Parts parts = Parts.fitted(split, all.test());
    SearchData data =
        new SearchData(all.with(parts.train(), parts.validation(), parts.test()), group(plan, all));
    data.requireGroups(plan);
    return data;
  }

  private static Optional<String> group(SearchPlan plan, TaskData all) {
    plan.group().ifPresent(group -> all.requireGroupColumn(group, plan.file().toString()));
    return plan.group().or(() -> all.comparedColumns().stream().findFirst());
  }

  private void requireGroups(SearchPlan plan) {
    if (!plan.objective().needsGroups()) {
      return;
    }
    long counted = group.map(column -> counted(parts.validation(), column)).orElse(0L);
    if (counted < 2) {
      throw new BadInput(
          "%s: the objective '%s' needs two groups of at least %d examples to validate, but there %s: name another column with --group-by, or choose error"
              .formatted(
                  plan.file(), plan.objective(), MINIMUM, counted == 1 ? "is one" : "are none"));
    }
  }

  private static long counted(Examples examples, String column) {
    Map<String, Integer> sizes = new HashMap<>();
    for (int row = 0; row < examples.size(); row++) {
      sizes.merge(examples.group(column, row), 1, Integer::sum);
    }
    return sizes.values().stream().filter(size -> size >= MINIMUM).count();
  }

  boolean regression() {
    return parts.regression();
  }

  List<DataOrigin> origins() {
    return List.of(
        DataOrigin.of("train", parts.train(), parts.files()),
        DataOrigin.of("validation", parts.validation(), parts.files()),
        DataOrigin.of("test", parts.test(), parts.files()));
  }
}
