package org.twinprop.experiments.report;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.evaluation.group.GroupMetrics;

/**
 * A confusion matrix as a table.
 *
 * @param title above it
 * @param detail beside the title
 * @param classes names of its columns
 * @param rows one for each class
 */
public record Confusion(String title, String detail, List<String> classes, List<Row> rows) {
  /** Of what is truly this class, how much was predicted to be each. */
  public record Row(String name, List<Cell> cells) {}

  /**
   * @param count examples
   * @param share of the row's examples, in percent, for the depth of its colour
   * @param diagonal whether they were predicted right
   */
  public record Cell(String count, int share, boolean diagonal) {}

  /** Of one group. */
  public static Confusion of(GroupMetrics group, List<String> classes) {
    List<Row> rows = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      long[] counts = group.confusion()[label];
      long all = 0;
      for (long count : counts) {
        all += count;
      }
      List<Cell> cells = new ArrayList<>();
      for (int k = 0; k < classes.size(); k++) {
        int share = all == 0 ? 0 : (int) Math.round(100.0 * counts[k] / all);
        cells.add(new Cell(Numbers.count(counts[k]), share, k == label));
      }
      rows.add(new Row(classes.get(label), cells));
    }
    return new Confusion(group.group(), Numbers.count(group.n()) + " examples", classes, rows);
  }
}
