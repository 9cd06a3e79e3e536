package org.twinprop.trainer.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twinprop.data.Examples;
import org.twinprop.trainer.evaluation.group.GroupedTallies;
import org.twinprop.trainer.evaluation.group.RegressionTally;

/** Predicted numbers against true ones, of everyone and of each group. */
record RegressionTallies(Predictions predictions, Optional<String> unit, long seed) {

  GroupedTallies<RegressionTally> all() {
    Examples examples = predictions.examples();
    double origin = examples.size() == 0 ? 0 : examples.valueOf(0);
    RegressionTally overall = new RegressionTally(origin, seed);
    Map<String, Map<String, RegressionTally>> columns = new LinkedHashMap<>();
    examples.groupColumns().forEach(column -> columns.put(column, new TreeMap<>()));
    for (int row = 0; row < examples.size(); row++) {
      count(row, overall);
      for (String column : examples.groupColumns()) {
        String group = examples.group(column, row);
        count(
            row,
            columns
                .get(column)
                .computeIfAbsent(group, name -> new RegressionTally(origin, seed + 1)));
      }
    }
    return new GroupedTallies<>(overall, columns);
  }

  private void count(int row, RegressionTally tally) {
    double target = predictions.examples().valueOf(row);
    double prediction = predictions.outputs()[row][0];
    if (unit.isPresent()) {
      tally.add(predictions.examples().group(unit.get(), row), target, prediction);
    } else {
      tally.add(target, prediction);
    }
  }
}
