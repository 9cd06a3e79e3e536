package org.twinprop.experiments.gpucheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twinprop.experiments.console.Formats;
import org.twinprop.layers.check.GradientCheck;
import org.twinprop.trainer.twin.CatalogueComparison;
import org.twinprop.trainer.twin.CatalogueRow;

/**
 * Every layer, loss and updater in float64 on the backend in use: gradients against central
 * differences, and everything against DL4J.
 *
 * @param budget how long it may take
 * @param entries of each gradient that are checked
 */
record CataloguePart(Duration budget, int entries) implements Part {
  private static final long SEED = 1;

  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public Finding run(Stopwatch watch, Partial partial) {
    List<CatalogueRow> rows = new ArrayList<>();
    try {
      CatalogueComparison.run(
          GradientCheck.ofSample(entries, SEED),
          row -> {
            rows.add(row);
            partial.keep(List.copyOf(rows));
            if (watch.isUp()) {
              throw new TimeIsUp();
            }
          });
    } catch (TimeIsUp e) {
      return judged(rows);
    }
    return judged(rows);
  }

  /** About the rows that there are. */
  static Finding judged(List<CatalogueRow> rows) {
    String wrong = wrong(rows);
    if (!wrong.isEmpty()) {
      return Finding.of(PartVerdict.FAILED, "wrong: " + wrong, List.copyOf(rows));
    }
    String counted =
        rows.size() < CatalogueComparison.size()
            ? "%d of %d".formatted(rows.size(), CatalogueComparison.size())
            : "all %d".formatted(rows.size());
    String summary =
        "%s: gradients within %s of numeric ones, all within %s of DL4J"
            .formatted(
                counted, worst(rows, CatalogueRow::numeric), worst(rows, CatalogueRow::dl4j));
    boolean complete = rows.size() == CatalogueComparison.size();
    return Finding.of(
        complete ? PartVerdict.PASSED : PartVerdict.UNFINISHED, summary, List.copyOf(rows));
  }

  private static String wrong(List<CatalogueRow> rows) {
    return rows.stream()
        .filter(row -> !row.ok())
        .map(
            row ->
                "%s (numeric %s, DL4J %s)"
                    .formatted(row.name(), error(row.numeric()), error(row.dl4j())))
        .collect(Collectors.joining(", "));
  }

  private static String worst(
      List<CatalogueRow> rows, Function<CatalogueRow, Optional<Double>> error) {
    return error(rows.stream().map(error).flatMap(Optional::stream).max(Double::compare));
  }

  private static String error(Optional<Double> error) {
    return Formats.error(error.orElse(Double.NaN));
  }

  /** Ends the measurement between two rows. */
  private static final class TimeIsUp extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
