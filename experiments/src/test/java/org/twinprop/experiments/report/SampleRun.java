package org.twinprop.experiments.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.twinprop.data.SourceFile;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.folder.Build;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.folder.Machine;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.evaluation.GroupErrorRate;
import org.twinprop.trainer.verification.GradientComparison;
import org.twinprop.trainer.verification.VerificationReport;

/** A run as it might have been, for tests of how it is told. */
public final class SampleRun {
  private static final List<String> NETWORKS = List.of("handwritten", "dl4j");

  private SampleRun() {}

  /** Both networks, three epochs, three group columns. */
  public static ReportData complete() {
    return new ReportData(
        "Digits of check amounts",
        "A convolutional network whose every layer was written by hand learned to read handwritten"
            + " digits from 54,000 examples, side by side with the same network in Deeplearning4j."
            + " Both were then asked about 10,000 digits of writers they had never met.",
        findings(),
        List.of("The digits are from 1992 and from the United States; other hands look different."),
        Score.ACCURACY,
        settings(),
        metrics(3),
        List.of(check(0, true), check(1, true), check(2, true), check(3, true)),
        groups(),
        gallery(),
        Optional.empty(),
        provenance(Outcome.COMPLETED));
  }

  /** The same with the hand-written network alone. */
  public static ReportData withoutTwin() {
    ReportData both = complete();
    return new ReportData(
        both.title(),
        "A network learned to read handwritten digits.",
        List.of("The hand-written network got 112 of 10,000 wrong."),
        both.notes(),
        both.score(),
        both.settings(),
        both.metrics().stream().filter(row -> row.network().equals("handwritten")).toList(),
        List.of(alone(check(0, true)), alone(check(1, true))),
        both.groups().stream().filter(rate -> rate.network().equals("handwritten")).toList(),
        both.gallery(),
        both.features(),
        both.provenance());
  }

  private static VerificationReport alone(VerificationReport report) {
    List<GradientComparison> rows =
        report.rows().stream()
            .filter(row -> !Double.isNaN(row.numericError()))
            .map(
                row ->
                    new GradientComparison(
                        row.epoch(),
                        row.layer(),
                        row.parameter(),
                        row.numericError(),
                        Double.NaN,
                        row.worst(),
                        row.ok()))
            .toList();
    return new VerificationReport(report.epoch(), rows, List.of());
  }

  /** A run that was interrupted, with these measures and nothing else. */
  public static ReportData with(String title, Score score, List<EpochMetrics> metrics) {
    return new ReportData(
        title,
        "A sentence about it.",
        List.of(),
        List.of(),
        score,
        Map.of(),
        metrics,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        provenance(Outcome.INTERRUPTED));
  }

  private static List<String> findings() {
    return List.of(
        "The hand-written network got 112 of 10,000 wrong: 1.12% (95% interval 0.93% to 1.35%).",
        "The DL4J network got 113 of 10,000 wrong: 1.13% (95% interval 0.94% to 1.36%).",
        "Both networks gave the same answer for 9,998 of 10,000 (99.98%).",
        "By population, it is wrong most often about the group 'high-school students' (1.60%) and least often"
            + " about Census Bureau employees (0.64%): 0.96 percentage points more (95% interval"
            + " 0.50 percentage points to 1.41 percentage points).",
        "If population made no difference, groups of these 501 writers would differ this much in"
            + " about 0.03% of random regroupings: chance is not a likely explanation.");
  }

  static Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(
        "network",
        "conv(20,5) relu maxpool(2) conv(50,5) relu maxpool(2) flatten dense(500) relu"
            + " dropout(0.5) dense(10) | softmax-xent l2=1e-4");
    settings.put("epochs", 3);
    settings.put("batch size", 64);
    settings.put("learning rate", 0.001);
    settings.put("updater", "adam");
    settings.put("twin", true);
    return settings;
  }

  static List<EpochMetrics> metrics(int epochs) {
    List<EpochMetrics> rows = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      for (String network : NETWORKS) {
        double off = network.equals("dl4j") ? 2e-6 : 0;
        double seconds = network.equals("dl4j") ? 61.2 : 14.8;
        double loss = 0.21 / epoch + 0.01 + off;
        rows.add(
            new EpochMetrics(network, epoch, "train", loss, Double.NaN, seconds, 54000 / seconds));
        rows.add(
            new EpochMetrics(
                network,
                epoch,
                "validation",
                0.055 / epoch + 0.03 + off,
                0.9905 - 0.012 / epoch,
                seconds / 20,
                6000 * 20 / seconds));
      }
    }
    NETWORKS.forEach(
        network -> rows.add(new EpochMetrics(network, epochs, "test", 0.0391, 0.9888, 0.9, 11111)));
    return rows;
  }

  static VerificationReport check(int epoch, boolean ok) {
    List<GradientComparison> rows = new ArrayList<>();
    int layer = 0;
    for (String text : List.of("conv(20,5)", "conv(50,5)", "dense(500)", "dense(10)")) {
      layer++;
      String name = "layer " + (3 * layer - 2) + ", " + text;
      for (String parameter : List.of("W" + layer, "b" + layer)) {
        boolean good = ok || !parameter.equals("W2");
        rows.add(
            new GradientComparison(
                epoch,
                name,
                parameter,
                good ? 3.1e-9 * layer : 0.97,
                2.2e-15 * layer,
                "[3, 0, 1, 2]: 0.012345 against 0.012345",
                good));
      }
    }
    rows.add(
        new GradientComparison(epoch, "network", "output", Double.NaN, 4.4e-15, "[7, 2]", true));
    return new VerificationReport(
        epoch, rows, List.of("Compared on 8 examples; dropout was given the same mask."));
  }

  static List<GroupErrorRate> groups() {
    List<GroupErrorRate> rates = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(7);
    for (String network : NETWORKS) {
      int more = network.equals("dl4j") ? 1 : 0;
      rates.add(rate(network, "overall", "everyone", 10000, 112 + more));
      rates.add(rate(network, "population", "Census Bureau employees", 5000, 32));
      rates.add(rate(network, "population", "high-school students", 5000, 80 + more));
      for (int digit = 0; digit < 10; digit++) {
        rates.add(rate(network, "digit", "" + digit, 1000 - digit, 4 + digit * 7 % 19 + more));
      }
    }
    for (int writer = 0; writer < 500; writer++) {
      int n = 3 + random.nextInt(35);
      int errors = Math.max(0, random.nextInt(12) - 8) + (writer % 97 == 0 ? n / 4 : 0);
      for (String network : NETWORKS) {
        rates.add(rate(network, "writer", "" + (2100 + writer), n, Math.min(n, errors)));
      }
    }
    return rates;
  }

  static GroupErrorRate rate(String network, String column, String group, int n, int errors) {
    Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(n, errors, 0.05);
    double low = interval.getLowerBound();
    double high = interval.getUpperBound();
    return new GroupErrorRate(
        network, column, group, n, errors, (double) errors / n, low, high, n < 10);
  }

  private static List<WrongDigit> gallery() {
    String dot =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
    return List.of(
        new WrongDigit("5", "3", 0.9998, "high-school students", dot),
        new WrongDigit("9", "4", 0.9971, "high-school students", dot),
        new WrongDigit("7", "1", 0.9534, "Census Bureau employees", dot));
  }

  static Provenance provenance(Outcome outcome) {
    SourceFile file =
        new SourceFile(
            "train-images-idx3-ubyte.gz",
            9912422,
            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609");
    return new Provenance(
        outcome,
        List.of("twinprop", "run", "checks", "--epochs", "3"),
        42,
        Instant.parse("2025-03-01T10:15:30Z"),
        251.4,
        List.of(
            new DataOrigin(
                "train", "MNIST training digits with QMNIST writers", 54000, List.of(file)),
            new DataOrigin("test", "MNIST test digits with QMNIST writers", 10000, List.of())),
        "writer",
        new Build("1.0.0", "0123456789abcdef0123456789abcdef01234567", false),
        new Backend("1.0.0-M2.1", "1.0.0-M2.1", "CPU", "OPENBLAS", "1"),
        new Machine(
            "Example processor 3000",
            8,
            16L << 30,
            "Linux 6.1 amd64",
            "Eclipse Adoptium 17.0.15+6",
            Map.of("OMP_NUM_THREADS", "1")));
  }
}
