package org.twinprop.trainer.evaluation.group;

import java.util.List;

/**
 * The groups of one column: each by itself, and beside each other. Where fewer than two groups are
 * large enough there is nothing to compare: {@code reference}, {@code worst} and {@code best} are
 * null, {@code disparities}, {@code comparisons} and {@code tests} empty.
 *
 * @param column its name; several joined by " & " where groups are intersections
 * @param groups all, in alphabetical order
 * @param reference the group that others are compared with
 * @param worst of the groups that are not small, the one that predictions are most wrong about
 * @param best the one that they are least wrong about
 * @param disparities how far groups lie apart
 * @param comparisons every group that is not small beside the reference
 * @param tests whether that may be chance: of all errors first, then of kinds of errors
 */
public record ColumnAudit(
    String column,
    List<GroupMetrics> groups,
    String reference,
    String worst,
    String best,
    List<Disparity> disparities,
    List<ReferenceComparison> comparisons,
    List<ColumnTest> tests) {

  public boolean isCompared() {
    return reference != null;
  }

  /** Whether any of its tests found a difference. */
  public boolean foundAny() {
    return tests.stream().anyMatch(ColumnTest::found);
  }

  /** A group by its name. */
  public GroupMetrics group(String name) {
    return groups.stream().filter(one -> one.group().equals(name)).findFirst().orElseThrow();
  }

  /** A disparity by its key; null where there is none. */
  public Disparity disparity(String key) {
    return disparities.stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
  }

  /** That of all errors. */
  public ColumnTest test() {
    return tests.get(0);
  }

  ColumnAudit with(List<ColumnTest> adjusted) {
    return new ColumnAudit(
        column, groups, reference, worst, best, disparities, comparisons, adjusted);
  }
}
