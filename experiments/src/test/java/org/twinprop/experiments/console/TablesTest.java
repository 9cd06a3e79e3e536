package org.twinprop.experiments.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.trainer.evaluation.GroupErrorRate;

class TablesTest {
  @Test
  void wordsStandLeftAndNumbersRight() {
    String table =
        new TextTable()
            .words("name")
            .numbers("digits")
            .row("a", "1,000")
            .row("a long name", "7")
            .text();
    assertEquals(
        """
        name         digits
        a             1,000
        a long name       7""",
        table.replace(System.lineSeparator(), "\n"));
  }

  @Test
  void aNetworkIsShownWithItsShapesAndCounts() {
    String table =
        NetworkTable.of(
            NetworkText.parseLayers("conv(3,3x2,stride=2) relu flatten dense(10)"),
            Shape.of(2, 9, 8));
    List<String> lines = table.lines().toList();
    assertTrue(lines.get(1).matches(" +input +2x9x8"), table);
    assertTrue(
        lines.get(2).matches(" +1 +conv\\(3,3x2,stride=2\\) +3x4x4 +39 +W 3x2x3x2, b 3"), table);
    assertTrue(lines.get(5).matches(" +4 +dense\\(10\\) +10 +490 +W 48x10, b 10"), table);
    assertTrue(lines.get(6).matches(" +all +529"), table);
  }

  @Test
  void theHardestGroupsComeFirstAndSmallOnesAreLeftOut() {
    GroupTables tables =
        new GroupTables(
            List.of(
                List.of(
                    rate("handwritten", "overall", "everyone", 63, 11),
                    rate("handwritten", "writer", "easy", 30, 1),
                    rate("handwritten", "writer", "hard", 30, 9),
                    rate("handwritten", "writer", "rare", 3, 1)),
                List.of(
                    rate("dl4j", "overall", "everyone", 63, 10),
                    rate("dl4j", "writer", "easy", 30, 0),
                    rate("dl4j", "writer", "hard", 30, 10),
                    rate("dl4j", "writer", "rare", 3, 0))),
            "digits");
    assertEquals(2, tables.largeEnough("writer"));
    List<String> hardest = tables.hardest("writer", 5).lines().toList();
    assertEquals(3, hardest.size(), () -> String.join("\n", hardest));
    assertTrue(hardest.get(0).matches("writer +digits +wrong +error rate +95% interval +DL4J"));
    assertTrue(hardest.get(1).matches("hard +30 +9 +30\\.00% +20\\.00% to 40\\.00% +33\\.33%"));
    assertTrue(tables.all("writer").contains("rare (few)"));
    assertTrue(
        tables.accuracy().lines().toList().get(2).matches("DL4J +84\\.13% .* 10 +63"),
        tables.accuracy());
  }

  private static GroupErrorRate rate(
      String network, String column, String group, long n, long errors) {
    double rate = (double) errors / n;
    return new GroupErrorRate(
        network, column, group, n, errors, rate, rate - 0.1, rate + 0.1, n < 10);
  }
}
