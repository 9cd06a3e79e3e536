package org.twinprop.experiments.folder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.twinprop.data.Examples;
import org.twinprop.trainer.evaluation.Predictions;

/**
 * The rows of {@code predictions.csv}, one an example: its number, its label, its group in every
 * column, and for each network what it predicted and how sure it was. The score is the probability
 * of the predicted class; a regression has none.
 */
final class PredictionRows {
  private static final String FOLD = "fold";

  private final List<Predictions> networks;
  private final Examples examples;
  private final boolean classes;
  private final int[] folds;

  /**
   * @param networks at least one, all about the same examples
   */
  PredictionRows(List<Predictions> networks) {
    this(networks, null);
  }

  /**
   * @param networks at least one, all about the same examples
   * @param folds the fold of each example; null where there are none
   */
  PredictionRows(List<Predictions> networks, int[] folds) {
    this.networks = networks;
    this.folds = folds;
    examples = networks.get(0).examples();
    classes = !examples.classNames().isEmpty();
  }

  List<String> header() {
    Set<String> header = new LinkedHashSet<>(List.of("row", classes ? "label" : "target"));
    if (folds != null) {
      header.add(FOLD);
    }
    for (String column : examples.groupColumns()) {
      String name = column;
      while (!header.add(name)) {
        name += "_group";
      }
    }
    for (Predictions network : networks) {
      header.add(network.network() + "_prediction");
      if (classes) {
        header.add(network.network() + "_score");
      }
    }
    return List.copyOf(header);
  }

  void writeTo(CsvTable table) {
    for (int row = 0; row < examples.size(); row++) {
      table.row(cells(row, classes ? className(row) : examples.valueOf(row)));
    }
  }

  private Object[] cells(int row, Object label) {
    List<Object> cells = new ArrayList<>();
    cells.add(row);
    cells.add(label);
    if (folds != null) {
      cells.add(folds[row]);
    }
    examples.groupColumns().forEach(column -> cells.add(examples.group(column, row)));
    for (Predictions network : networks) {
      if (classes) {
        cells.add(examples.classNames().get(network.predictedClass(row)));
        cells.add(network.confidence(row));
      } else {
        cells.add(network.outputs()[row][0]);
      }
    }
    return cells.toArray();
  }

  private String className(int row) {
    return examples.classNames().get(examples.classOf(row));
  }
}
