package org.twinprop.experiments.folds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.twinprop.data.Examples;
import org.twinprop.data.Folds;
import org.twinprop.trainer.evaluation.Predictions;

/** The predictions of all folds, put together in the order of the examples. */
final class OutOfFold {
  private final Examples all;
  private final Folds folds;
  private final Map<String, float[][]> outputs = new LinkedHashMap<>();
  private final Map<String, Double> losses = new LinkedHashMap<>();
  private int finished;
  private double seconds;

  OutOfFold(Examples all, Folds folds) {
    this.all = all;
    this.folds = folds;
  }

  /** Folds come in their order; each with the predictions of every network for its rows. */
  void add(int fold, List<Predictions> ofFold) {
    int[] rows = folds.rows(fold);
    for (Predictions one : ofFold) {
      float[][] into = outputs.computeIfAbsent(one.network(), name -> new float[all.size()][]);
      for (int i = 0; i < rows.length; i++) {
        into[rows[i]] = one.outputs()[i];
      }
      losses.merge(one.network(), one.loss() * rows.length, Double::sum);
      seconds += one.seconds();
    }
    finished = fold + 1;
  }

  int finished() {
    return finished;
  }

  /** The fold of each predicted example, from 1, in the order of {@link #predictions}. */
  int[] foldOfRow() {
    return IntStream.of(rows()).map(row -> folds.of(row) + 1).toArray();
  }

  private int[] rows() {
    return IntStream.range(0, all.size()).filter(row -> folds.of(row) < finished).toArray();
  }

  /** Of every network for the examples of all finished folds; empty if there is none. */
  List<Predictions> predictions() {
    int[] rows = rows();
    Examples predicted = all.select(rows);
    List<Predictions> predictions = new ArrayList<>();
    outputs.forEach(
        (network, ofAll) ->
            predictions.add(
                new Predictions(
                    network,
                    predicted,
                    IntStream.of(rows).mapToObj(row -> ofAll[row]).toArray(float[][]::new),
                    losses.get(network) / rows.length,
                    seconds)));
    return predictions;
  }
}
