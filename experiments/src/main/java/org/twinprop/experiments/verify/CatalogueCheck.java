package org.twinprop.experiments.verify;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.trainer.twin.CatalogueComparison;
import org.twinprop.trainer.twin.CatalogueRow;
import org.twinprop.trainer.twin.CatalogueRow.Part;

/**
 * The program's own proof: every layer, loss and updater against differences and against DL4J. A
 * line appears as soon as it is measured.
 */
public final class CatalogueCheck {
  private static final String LINE = "%-8s %-24s %13s %9s  %s";

  private final Console console;
  private final Function<Consumer<CatalogueRow>, List<CatalogueRow>> measure;
  private int done;

  /**
   * @param console where to
   */
  public CatalogueCheck(Console console) {
    this(console, CatalogueComparison::run);
  }

  CatalogueCheck(Console console, Function<Consumer<CatalogueRow>, List<CatalogueRow>> measure) {
    this.console = console;
    this.measure = measure;
  }

  /** Measures everything. */
  public CatalogueResult run() {
    console.print("Every layer, loss and updater, in float64: the largest relative error of any");
    console.print("gradient against differences, and the largest difference from DL4J.");
    console.gap();
    console.print(console.bold(line("", "", "numeric error", "DL4J", "")));
    List<CatalogueRow> rows = measure.apply(this::print);
    console.gap();
    console.print("Why there is no twin, or only some:");
    rows.stream()
        .filter(row -> !row.whyNot().isEmpty())
        .forEach(row -> console.point(row.name() + ": " + row.whyNot() + "."));
    console.point(
        "Updaters have no derivative: the difference is that of the parameters after 200 updates."
            + " Tests of the module layers hold them against their recursions.");
    console.gap();
    CatalogueResult result = CatalogueResult.of(rows);
    console.print(result.ok() ? console.good(headline(rows)) : console.bad(headline(rows)));
    return result;
  }

  private void print(CatalogueRow row) {
    done++;
    String verdict = row.ok() ? console.good("ok") : console.bad("WRONG");
    String progress = console.isTerminal() ? "   " + done + "/" + CatalogueComparison.size() : "";
    console.print(
        line(
                row.part().name().toLowerCase(Locale.ROOT),
                row.name(),
                row.part() == Part.UPDATER ? "-" : Formats.error(row.numeric().orElseThrow()),
                row.dl4j().map(Formats::error).orElse("no twin"),
                verdict)
            + progress);
  }

  private static String line(
      String part, String name, String numeric, String dl4j, String verdict) {
    return LINE.formatted(part, name, numeric, dl4j, verdict).stripTrailing();
  }

  private static String headline(List<CatalogueRow> rows) {
    long wrong = rows.stream().filter(row -> !row.ok()).count();
    long twins = rows.stream().filter(row -> row.dl4j().isPresent()).count();
    return wrong == 0
        ? "All %d right; %d of them beside DL4J.".formatted(rows.size(), twins)
        : "%d of %d are wrong.".formatted(wrong, rows.size());
  }
}
