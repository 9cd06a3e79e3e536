package org.twinprop.experiments.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twinprop.experiments.console.Console;
import org.twinprop.trainer.twin.CatalogueRow;
import org.twinprop.trainer.twin.CatalogueRow.Part;
import picocli.CommandLine.Help.Ansi;

/** What is printed of rows; that they are measured is CatalogueComparisonTest's. */
class CatalogueCheckTest {
  private static final CatalogueRow DENSE =
      new CatalogueRow(Part.LAYER, "dense", Optional.of(2.5e-11), Optional.of(1.8e-16), "");
  private static final CatalogueRow GELU =
      new CatalogueRow(Part.LAYER, "gelu", Optional.of(2e-10), Optional.empty(), "another formula");
  private static final CatalogueRow WRONG =
      new CatalogueRow(Part.LOSS, "mse", Optional.of(1e-3), Optional.of(1e-16), "");

  private final StringWriter printed = new StringWriter();

  private CatalogueResult check(CatalogueRow... rows) {
    Console console = new Console(new PrintWriter(printed), Ansi.OFF);
    return new CatalogueCheck(
            console,
            found -> {
              List.of(rows).forEach(found);
              return List.of(rows);
            })
        .run();
  }

  @Test
  void everyRowHasItsErrorsAndWhatHasNoTwinItsReason() {
    CatalogueResult result = check(DENSE, GELU);
    assertTrue(result.ok());
    String text = printed.toString();
    assertTrue(text.matches("(?s).*layer +dense +2.5e-11 +1.8e-16  ok\\R.*"), text);
    assertTrue(text.matches("(?s).*layer +gelu +2.0e-10 +no twin  ok\\R.*"), text);
    assertTrue(text.contains("- gelu: another formula."), text);
    assertTrue(text.contains("All 2 right; 1 of them beside DL4J."), text);
    assertNull(result.rows().get(1).maxRelativeError().get("dl4j"));
  }

  @Test
  void wrongRowFailsTheWhole() {
    CatalogueResult result = check(DENSE, WRONG);
    assertFalse(result.ok());
    assertEquals(
        List.of(true, false), result.rows().stream().map(CatalogueResult.Row::ok).toList());
    assertTrue(printed.toString().contains("1 of 2 are wrong."), printed.toString());
  }
}
