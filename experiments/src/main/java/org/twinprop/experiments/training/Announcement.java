package org.twinprop.experiments.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twinprop.data.Examples;
import org.twinprop.experiments.console.ColumnTable;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.NetworkTable;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.tasks.TableAccount;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Shape;
import org.twinprop.layers.updater.GradientClipping;

/** What is about to happen, in a few lines. */
record Announcement(Console console, ExperimentSettings settings, TaskData data) {
  private static final Logger LOGGER = LoggerFactory.getLogger(Announcement.class);

  /** Why is said with the first check. */
  private static final String UNTRAINED =
      "DL4J checks gradients alone: it has no such updater to train with";

  private static final String INEXPRESSIBLE = "none, because DL4J cannot express this network: ";
  private static final int INDENT = 11;
  private static final int WIDTH = 80 - INDENT;
  private static final String LINE = "%-10s %s";

  void print(Networks networks, int epochs, NumberThreads threads, Optional<String> memory) {
    Architecture architecture = networks.network().architecture();
    console.print(
        console.bold(data.wording().title() + ": a hand-written network" + besideTwin(networks)));
    aboutData();
    data.table().ifPresent(this::aboutColumns);
    console.gap();
    console.print(NetworkTable.of(architecture.chain(), Shape.of(data.train().inputShape())));
    console.gap();
    line("Loss", architecture.text().replaceFirst(".*\\|\\s*", ""));
    Redundancy.of(architecture).ifPresent(what -> warn(what));
    line("Training", length(epochs));
    line("", method());
    line("", setting());
    clipped().ifPresent(limits -> line("", limits));
    settings.mitigation().ifPresent(what -> line("Mitigation", what.words()));
    memory.ifPresent(much -> line("Memory", much));
    Backend backend = Backend.inUse();
    line("Backend", "ND4J %s on %s".formatted(backend.nd4j(), backend.name()));
    line("", threads.toString());
    line("Twin", twin(networks, backend));
    if (networks.twin().isPresent() && settings.type() == DataType.FLOAT) {
      line("", "(rounding parts the two in time; with --type float64 it hardly does)");
    }
  }

  private static String twin(Networks networks, Backend backend) {
    if (networks.twin().isPresent()) {
      return "DL4J %s: same parameters, same batches".formatted(backend.dl4j());
    }
    return networks
        .whyNoTwin()
        .map(why -> networks.compared() ? untrained(why) : INEXPRESSIBLE + why)
        .orElse("off: gradients are checked against numeric ones alone");
  }

  private static String untrained(String why) {
    return why.equals(Mitigation.NO_TWIN) ? "DL4J checks gradients alone: " + why : UNTRAINED;
  }

  private static String besideTwin(Networks networks) {
    return networks.twin().isPresent() ? " beside its DL4J twin" : "";
  }

  private void aboutData() {
    line("Data", data.wording().origin());
    if (!data.wording().advice().isEmpty()) {
      line("", data.wording().advice());
    }
    line(
        "",
        "%s to train, %s to validate, %s to test;"
            .formatted(size(data.train()), size(data.validation()), size(data.test())));
    line("", data.separation());
  }

  private void aboutColumns(TableAccount table) {
    line("Task", table.kind());
    table.notes().forEach(note -> line("Note", note));
    if (!table.columns().isEmpty()) {
      console.gap();
      console.print(ColumnTable.of(table.columns()));
    }
  }

  private String size(Examples examples) {
    return Formats.count(examples.size()) + data.units(examples).map(" "::concat).orElse("");
  }

  private String length(int epochs) {
    int batches = (data.train().size() + settings.batch() - 1) / settings.batch();
    return "%s of %s of %s%s"
        .formatted(
            Formats.count(epochs, "epoch"),
            batches == 1 ? "1 batch" : Formats.count(batches) + " batches",
            data.train().size() > settings.batch() && data.train().size() % settings.batch() != 0
                ? "up to "
                : "",
            data.wording().count(Math.min(settings.batch(), data.train().size())));
  }

  private String method() {
    return "%s, learning rate %s %s"
        .formatted(settings.updater(), settings.learningRate(), settings.schedule());
  }

  private String setting() {
    return "%s; seed %d; %s"
        .formatted(settings.initializer(), settings.seed(), settings.typeName());
  }

  private Optional<String> clipped() {
    GradientClipping clipping = settings.clipping();
    List<String> limits = new ArrayList<>();
    if (clipping.value() < Double.POSITIVE_INFINITY) {
      limits.add("entries of at most " + clipping.value());
    }
    if (clipping.norm() < Double.POSITIVE_INFINITY) {
      limits.add("a length of at most " + clipping.norm());
    }
    return limits.isEmpty()
        ? Optional.empty()
        : Optional.of("gradients clipped to " + String.join(" and ", limits));
  }

  /** Also in the run folder's log. */
  private void warn(String what) {
    console.print(console.bad("Warning    " + what));
    LOGGER.info("Warning: {}", what);
  }

  private void line(String name, String text) {
    String wrapped = text.replaceAll("(.{1,%d})(?:\\s+|$)".formatted(WIDTH), "$1\n").strip();
    String indented = wrapped.replace("\n", "\n" + " ".repeat(INDENT));
    console.print(LINE.formatted(name, indented).stripTrailing());
  }
}
