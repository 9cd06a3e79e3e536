package org.twinprop.experiments.report;

import static org.twinprop.experiments.report.DataTable.number;
import static org.twinprop.experiments.report.DataTable.text;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.TwinLearner;

/** How fast several are, one below the other: medians of turns with the middle half of them. */
public final class SpeedChart {
  private final String title;
  private final String summary;
  private final String unit;
  private final List<IntervalDrawing.Row> rows = new ArrayList<>();
  private final List<IntervalDrawing.Dot> dots = new ArrayList<>();
  private final List<NetworkName> series = new ArrayList<>();
  private final DataTable table;

  /** Whose speed it is, which decides how it looks. */
  public enum Series {
    OURS(new NetworkName(HandwrittenLearner.NAME, "Twinprop, hand-written")),
    DL4J(new NetworkName(TwinLearner.NAME, "DL4J")),
    PEER(new NetworkName("third", "others"));

    private final NetworkName name;

    Series(NetworkName name) {
      this.name = name;
    }
  }

  /**
   * @param title above it
   * @param summary what it shows, in a sentence
   * @param unit what is done, in the plural
   */
  public SpeedChart(String title, String summary, String unit) {
    this.title = title;
    this.summary = summary;
    this.unit = unit;
    table =
        new DataTable(
            text("by"),
            number("turns"),
            number(unit + " a second"),
            number("middle half of turns"),
            number("peak memory"));
  }

  /**
   * Adds a contestant.
   *
   * @param of whose it is
   * @param name of it
   * @param turns that were measured
   * @param median of them, in units a second
   * @param low quartile
   * @param high quartile
   * @param peakMemoryBytes of its process
   */
  public void row(
      Series of,
      String name,
      int turns,
      double median,
      double low,
      double high,
      long peakMemoryBytes) {
    if (!series.contains(of.name)) {
      series.add(of.name);
    }
    String middle = Numbers.measure(low) + " to " + Numbers.measure(high);
    List<String> tip =
        List.of(name, Numbers.measure(median) + " " + unit + " a second", "middle half " + middle);
    dots.add(
        new IntervalDrawing.Dot(rows.size(), of.name.key(), median, low, high, null, false, tip));
    rows.add(new IntervalDrawing.Row(name, Numbers.measure(median)));
    table.row(
        name,
        String.valueOf(turns),
        Numbers.measure(median),
        middle,
        Numbers.memory(peakMemoryBytes));
  }

  /** The chart, with the contestants in the order in which they were added. */
  public Chart chart() {
    return Chart.of(
        "intervals", title, summary, series, new IntervalDrawing(rows, dots, null, true), table);
  }
}
