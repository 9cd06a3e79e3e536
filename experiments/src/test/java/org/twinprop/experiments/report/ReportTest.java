package org.twinprop.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.verification.VerificationReport;

class ReportTest {
  private static final Document COMPLETE = page(SampleRun.complete());

  @Test
  void aCompleteRunHasEverySectionAndALinkToEach() {
    List<String> sections = COMPLETE.select("main > section").eachAttr("id");
    assertEquals(
        List.of("findings", "groups", "learning", "checks", "gallery", "made", "words"), sections);
    assertEquals(
        sections.stream().map(id -> "#" + id).toList(), COMPLETE.select("nav a").eachAttr("href"));
  }

  @Test
  void theErrorRatesStandAtTheTopInPlainNumbers() {
    assertEquals(
        List.of("Wrong, hand-written", "Wrong, DL4J", "Checks passed", "Epochs trained"),
        COMPLETE.select(".figures dt").eachText());
    assertEquals(
        List.of("1.12%", "1.13%", "4 of 4", "3"), COMPLETE.select(".figures strong").eachText());
    assertEquals(
        "112 of 10,000; 95% interval 0.93% to 1.35%", COMPLETE.selectFirst(".figures span").text());
  }

  @Test
  void findingsAndNotesAreToldAsTheyCame() {
    ReportData data = SampleRun.complete();
    assertEquals(data.findings(), COMPLETE.select(".findings li").eachText());
    assertEquals(data.notes(), COMPLETE.select(".notes li").eachText());
  }

  @Test
  void everyChartSaysInWordsWhatItShowsAndHasATableBehindIt() {
    for (Element chart : COMPLETE.select("figure.chart")) {
      Element plot = chart.selectFirst(".plot");
      assertEquals("img", plot.attr("role"));
      assertEquals("0", plot.attr("tabindex"));
      assertTrue(plot.attr("aria-label").contains(chart.selectFirst("h3").text()));
      assertFalse(chart.select("details tbody tr").isEmpty());
      assertEquals(2, chart.select(".legend svg.mark").size());
    }
    assertEquals(6, COMPLETE.select("figure.chart").size());
  }

  @Test
  void everyCheckHasItsWorstErrorsAndItsVerdict() {
    Element second = COMPLETE.select(".checks tbody tr").get(1);
    assertEquals(
        List.of("9", "1.2 × 10⁻⁸ W4", "8.8 × 10⁻¹⁵ W4", "✓ agrees"),
        second.select("td").eachText());
    assertEquals("after epoch 1", second.selectFirst("th").text());
    assertEquals(4, COMPLETE.select("details.inner").size());
    assertEquals(9, COMPLETE.selectFirst("details.inner").select("tbody tr").size());
    assertTrue(COMPLETE.select("details[open]").isEmpty());
  }

  @Test
  void aCheckThatFailedIsOpenAndSaysSo() {
    Document page = page(withChecks(List.of(SampleRun.check(0, true), SampleRun.check(1, false))));
    assertEquals(List.of("✓ agrees", "✗ differs"), page.select(".checks .verdict").eachText());
    assertEquals("9.7 × 10⁻¹ W2", page.select(".checks tr").last().select("td").get(1).text());
    assertEquals(List.of("after epoch 1"), page.select("details.inner[open] > summary").eachText());
    assertTrue(page.select("details.inner[open] td").eachText().contains("✗ differs"));
    assertTrue(page.select(".figures strong").eachText().contains("1 of 2"));
  }

  @Test
  void whatMadeTheRunIsAllThere() {
    String made = COMPLETE.selectFirst("#made").text();
    for (String part :
        List.of(
            "conv(20,5) relu",
            "MNIST test digits with QMNIST writers 10,000",
            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
            "9,912,422",
            "twinprop run checks --epochs 3",
            "1.0.0, commit 0123456789abcdef",
            "1.0.0-M2.1",
            "CPU, OPENBLAS",
            "Example processor 3000",
            "16.0 GiB",
            "OMP_NUM_THREADS 1",
            "Seed 42",
            "2025-03-01 10:15:30 UTC",
            "4 min 11 s")) {
      assertTrue(made.contains(part), part + " is not in " + made);
    }
  }

  @Test
  void misreadDigitsAreShownByGroup() {
    assertEquals(
        List.of("high-school students", "Census Bureau employees"),
        COMPLETE.select("#gallery h3").eachText());
    assertEquals("is 5, read as 3 99.98% sure", COMPLETE.selectFirst(".gallery li").text());
    assertEquals("A 5 that was read as 3", COMPLETE.selectFirst(".gallery img").attr("alt"));
  }

  @Test
  void aRunWithoutTwinDoesNotSpeakOfOne() {
    Document page = page(SampleRun.withoutTwin());
    page.select("footer, .facts, script, style").remove();
    assertFalse(page.text().contains("DL4J"), page.text());
    assertEquals(4, page.select(".checks thead th").size());
    assertEquals(1, page.selectFirst("figure.chart").select(".legend svg.mark").size());
  }

  @Test
  void aRunOfNoEpochsSaysThatNothingWasTrained() {
    List<EpochMetrics> tested =
        List.of(new EpochMetrics("handwritten", 0, "test", 2.3, 0.1034, 1, 1000));
    Document page = page(SampleRun.with("Nothing", Score.ACCURACY, tested));
    assertEquals(
        "Nothing was trained, so there are no learning curves.",
        page.selectFirst("#learning p").text());
    assertEquals(List.of("10.34%", "0"), page.select(".figures strong").eachText());
    assertEquals("No check was made in this run.", page.selectFirst("#checks p").text());
    assertTrue(page.select("#groups, #gallery, figure, nav a[href=#groups]").isEmpty());
  }

  @Test
  void aRegressionIsToldInItsOwnMeasure() {
    List<EpochMetrics> metrics =
        List.of(
            new EpochMetrics("handwritten", 1, "train", 0.9, Double.NaN, 1, 1000),
            new EpochMetrics("handwritten", 1, "validation", 0.8, 712.3456, 1, 1000));
    Document page = page(SampleRun.with("Rents", Score.RMSE, metrics));
    assertEquals(List.of("Loss", "Root mean squared error"), page.select("figure h3").eachText());
    assertEquals("RMSE, hand-written", page.selectFirst(".figures dt").text());
    assertEquals("712", page.selectFirst(".figures strong").text());
    assertFalse(page.selectFirst("main").text().contains("%)"));
  }

  @Test
  void anInterruptedRunSaysSoBeforeAnythingElse() {
    ReportData data = SampleRun.with("Cut short", Score.ACCURACY, SampleRun.metrics(1));
    assertEquals(Outcome.INTERRUPTED, data.provenance().outcome());
    assertTrue(page(data).selectFirst("header .warning").text().startsWith("Stopped early."));
    assertTrue(COMPLETE.select("header .warning").isEmpty());
  }

  private static ReportData withChecks(List<VerificationReport> checks) {
    ReportData sample = SampleRun.complete();
    return new ReportData(
        sample.title(),
        sample.introduction(),
        sample.findings(),
        sample.notes(),
        sample.score(),
        Map.of(),
        sample.metrics(),
        checks,
        sample.groups(),
        List.of(),
        Optional.empty(),
        sample.provenance());
  }

  private static Document page(ReportData data) {
    return Jsoup.parse(Report.render(data));
  }
}
