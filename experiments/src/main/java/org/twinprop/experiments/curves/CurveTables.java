package org.twinprop.experiments.curves;

import java.util.List;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.TextTable;
import org.twinprop.trainer.evaluation.statistics.Spread;

/** Both curves as tables on the console. */
record CurveTables(Console console, boolean regression, CurveFindings findings) {
  void print() {
    print("Over the number of examples", findings.places(CurvePoint.EXAMPLES));
    print("Over the size of the network", findings.places(CurvePoint.MODEL));
  }

  private void print(String heading, List<Place> places) {
    if (places.isEmpty()) {
      return;
    }
    console.heading(heading);
    TextTable table =
        new TextTable()
            .words("network")
            .numbers("parameters")
            .numbers("examples")
            .numbers("training error")
            .numbers("validation error")
            .numbers("over seeds")
            .numbers("gap");
    for (Place place : places) {
      Spread validation = place.validation();
      table.row(
          place.model(),
          Formats.count(place.parameters()),
          Formats.count(place.examples()),
          value(place.training().mean()),
          value(validation.mean()),
          value(validation.lowest()) + " to " + value(validation.highest()),
          value(place.gap().mean()));
    }
    console.print(table.text());
  }

  private String value(double value) {
    return regression ? Formats.measure(value) : Formats.percent(value);
  }
}
