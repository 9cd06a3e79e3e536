package org.twinprop.experiments.search;

import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.TextTable;
import org.twinprop.trainer.search.CandidateResult;
import org.twinprop.trainer.search.Objective;

/** The candidates of the front for the console. */
record FrontTable(Ranking ranking, Objective objective, boolean regression) {
  String text() {
    ErrorWords words = new ErrorWords(regression);
    TextTable table =
        new TextTable()
            .numbers("candidate")
            .numbers(regression ? "rmse" : "error")
            .numbers("worst group")
            .numbers("objective")
            .numbers("parameters")
            .words("");
    for (CandidateResult one : ranking.front()) {
      table.row(
          Integer.toString(one.number()),
          words.error(one.last().error()),
          words.error(one.last().worstGroupError()),
          words.objective(objective, one.objective()),
          Formats.count(one.parameters()),
          ranking.best().filter(one::equals).isPresent() ? "smallest objective" : "");
    }
    return table.text();
  }
}
