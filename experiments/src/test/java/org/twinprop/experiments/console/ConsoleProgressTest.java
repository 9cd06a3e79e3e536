package org.twinprop.experiments.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.verification.GradientComparison;
import org.twinprop.trainer.verification.VerificationReport;
import picocli.CommandLine.Help.Ansi;

class ConsoleProgressTest {
  private final StringWriter out = new StringWriter();

  private ConsoleProgress progress(Ansi ansi) {
    return new ConsoleProgress(new Console(new PrintWriter(out), ansi), true);
  }

  @Test
  void aBarIsDrawnOnATerminalAndTakenAwayAtTheEnd() {
    ConsoleProgress progress = progress(Ansi.ON);
    progress.started(2, 2);
    progress.batch(1, 1, 64, Map.of("handwritten", 2.5));
    progress.batch(1, 2, 64, Map.of("handwritten", 2.5));
    String drawn = out.toString();
    assertTrue(drawn.contains("\repoch 1 of 2 ["), drawn);
    assertTrue(drawn.contains("] 100%  loss 2.5000"), drawn);
    assertTrue(drawn.endsWith("\r\u001b[K"), drawn);
  }

  @Test
  void elsewhereNothingIsDrawnOver() {
    ConsoleProgress progress = progress(Ansi.OFF);
    progress.started(1, 1);
    progress.batch(1, 1, 64, Map.of("handwritten", 2.5));
    progress.end();
    assertFalse(out.toString().contains("\r"), out.toString());
    assertFalse(out.toString().contains("\u001b"), out.toString());
  }

  @Test
  void anEpochGetsARowOfWhatWasMeasured() {
    ConsoleProgress progress = progress(Ansi.OFF);
    progress.started(1, 1);
    progress.measured(new EpochMetrics("dl4j", 1, "train", 0.25, Double.NaN, 2, 1500));
    assertEquals("", out.toString());
    progress.measured(new EpochMetrics("dl4j", 1, "validation", 0.125, 0.975, 1, 3000));
    List<String> lines = out.toString().lines().toList();
    assertTrue(
        lines.get(2).matches(" +1 +DL4J +0\\.2500 +0\\.1250 +97\\.50% +2\\.0 +1,500"),
        out::toString);
  }

  @Test
  void aFailedCheckShowsWhichArrayAndWhere() {
    ConsoleProgress progress = progress(Ansi.OFF);
    progress.started(1, 1);
    progress.verified(
        new VerificationReport(
            0,
            List.of(
                new GradientComparison(0, "layer 1", "b1", 1e-9, 1e-15, "[0]: fine", true),
                new GradientComparison(0, "layer 1", "W1", 0.5, 1e-15, "[2, 3]: 1 and 2", false)),
            List.of("not compared: nothing")));
    String said = out.toString();
    assertTrue(
        said.contains("check FAILED  before training: W1 differs from numeric gradients\n"), said);
    assertTrue(said.contains("[2, 3]: 1 and 2"), said);
    assertFalse(said.contains("[0]: fine"), said);
    assertTrue(said.contains("not compared: nothing"), said);
  }

  @Test
  void everyFailedArrayIsNamedWithTheWitnessesAgainstIt() {
    ConsoleProgress progress = progress(Ansi.OFF);
    progress.started(1, 1);
    double infinite = Double.POSITIVE_INFINITY;
    progress.verified(
        new VerificationReport(
            2,
            List.of(
                new GradientComparison(2, "layer 1", "W1", infinite, 1e-15, "[0]", false),
                new GradientComparison(2, "layer 2", "b2", 1e-9, 1e-3, "[1]", false)),
            List.of()));
    String said = out.toString();
    assertTrue(
        said.contains("FAILED  after epoch 2: W1, b2 differ from numeric gradients and DL4J"),
        said);
    assertFalse(said.contains("Infinity"), said);
  }
}
