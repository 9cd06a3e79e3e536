package org.twinprop.experiments.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the page's script needs to draw groups below each other, each with marks on lines.
 *
 * @param rows one for each group, from the top
 * @param dots the marks, one for each group and series
 * @param reference a line across all groups; null for none
 * @param plain whether values are numbers, not percentages
 */
record IntervalDrawing(List<Row> rows, List<Dot> dots, Reference reference, boolean plain) {
  /** A group: its name at the left, what it comes to at the right. */
  record Row(String name, String rate) {}

  /**
   * A mark on its line.
   *
   * @param row of its group, from 0
   * @param network the key of its series
   * @param value where the mark is
   * @param low where its line begins
   * @param high where it ends
   * @param middle the thick part of the line; null for none
   * @param faint whether the group is too small to be compared
   * @param tip what is said about it, line by line
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Dot(
      int row,
      String network,
      double value,
      double low,
      double high,
      Part middle,
      boolean faint,
      List<String> tip) {}

  /** Of a line, from here to there. */
  record Part(double low, double high) {}

  /** A value to compare with, and what it is called. */
  record Reference(double value, String label) {}
}
