package org.twinprop.experiments.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.experiments.report.Chart;
import org.twinprop.experiments.report.Numbers;
import org.twinprop.experiments.report.Page;
import org.twinprop.experiments.report.SpeedChart;
import org.twinprop.trainer.HandwrittenLearner;
import org.twinprop.trainer.TwinLearner;

/** The page that shows a benchmark. */
record BenchPage(BenchResult result, List<String> commandLine) {
  private static final String TEMPLATE = "org/twinprop/experiments/report/bench.peb";

  static String render(BenchResult result, List<String> commandLine) {
    return new BenchPage(result, commandLine).render();
  }

  /** What the page shows of one measurement. */
  public record Section(String note, Chart chart) {}

  private String render() {
    Map<String, Object> page = new HashMap<>();
    page.put("title", result.work().title());
    page.put(
        "introduction",
        "%d turns of each contestant, one after the other, after %s to warm up. Marks are medians; lines reach over the middle half of turns. Each contestant is a process of its own."
            .formatted(result.rounds(), Numbers.duration(result.warmUpSeconds())));
    page.put("findings", findings());
    page.put(
        "sections",
        result.measurements().stream().map(one -> new Section(one.note(), chart(one))).toList());
    page.put("program", program());
    return Page.renderWithCharts(TEMPLATE, page);
  }

  private List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (Measurement measured : result.measurements()) {
      measured
          .bestOfOthers()
          .forEach(
              best -> findings.add(measured.title() + ": " + BenchLines.sentence(measured, best)));
      measured.missing().forEach(why -> findings.add(measured.title() + ": " + why));
    }
    return findings;
  }

  private static Chart chart(Measurement measured) {
    SpeedChart chart = new SpeedChart(measured.title(), summary(measured), measured.unit());
    for (ContestantFigures one : measured.figures()) {
      String at =
          measured.varied().isEmpty()
              ? ""
              : ", %s %s".formatted(Numbers.count(one.size()), measured.varied());
      chart.row(
          series(one),
          "%s%s, %s".formatted(BenchLines.name(one), at, Formats.count(one.threads(), "thread")),
          one.turns().size(),
          one.median(),
          one.lowerQuartile(),
          one.upperQuartile(),
          one.peakMemoryBytes());
    }
    return chart.chart();
  }

  private static SpeedChart.Series series(ContestantFigures one) {
    return switch (one.contestant()) {
      case HandwrittenLearner.NAME, "twinprop" -> SpeedChart.Series.OURS;
      case TwinLearner.NAME -> SpeedChart.Series.DL4J;
      default -> SpeedChart.Series.PEER;
    };
  }

  private static String summary(Measurement measured) {
    ContestantFigures fastest =
        measured.figures().stream()
            .max((a, b) -> Double.compare(a.median(), b.median()))
            .orElseThrow();
    return "Fastest is %s with %s %s a second."
        .formatted(BenchLines.name(fastest), Numbers.measure(fastest.median()), measured.unit());
  }

  private Map<String, String> program() {
    MachineFacts machine = result.machine();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Command", String.join(" ", commandLine));
    lines.put("Twinprop", result.build().toString());
    if (result.data() != null) {
      lines.put("Data", result.data());
    }
    lines.put("Batch", String.valueOf(result.batch()));
    lines.put("Took", Numbers.duration(result.seconds()));
    lines.put("Processor", machine.processor().name());
    lines.put("Instructions", String.join(" ", machine.processor().vectorFlags()));
    lines.put("Cores", String.valueOf(machine.resources().cores()));
    lines.put("Memory", Numbers.memory(machine.resources().memoryBytes()));
    lines.put("Operating system", machine.host().operatingSystem());
    lines.put("Java", machine.host().java());
    return lines;
  }
}
