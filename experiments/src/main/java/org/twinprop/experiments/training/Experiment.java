package org.twinprop.experiments.training;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bytedeco.javacpp.Pointer;
import org.twinprop.experiments.checkpoint.Checkpoint;
import org.twinprop.experiments.checkpoint.CheckpointSettings;
import org.twinprop.experiments.checkpoint.CheckpointWriter;
import org.twinprop.experiments.checkpoint.RunRecord;
import org.twinprop.experiments.checkpoint.RunStart;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Interruption;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.doctor.GpuInUse;
import org.twinprop.experiments.folder.Backend;
import org.twinprop.experiments.folder.Build;
import org.twinprop.experiments.folder.Machine;
import org.twinprop.experiments.folder.RunFolder;
import org.twinprop.experiments.reading.DigitNetwork;
import org.twinprop.experiments.tasks.TaskData;
import org.twinprop.experiments.watch.ReportServer;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Shape;
import org.twinprop.layers.loss.Targets;
import org.twinprop.trainer.regression.LinearRegression;

/** Trains networks, checks gradients all along, and asks at the end about whom they are wrong. */
public final class Experiment {
  private final ExperimentSettings settings;
  private final List<String> commandLine;
  private final Console console;
  private final OptionalInt watchPort;
  private final CheckpointSettings checkpoints;
  private final Optional<Path> resumed;
  private final Stopwatch sinceStart = Stopwatch.start(Clock.systemUTC());

  /**
   * @param settings what to do
   * @param commandLine as it was typed, for the record
   * @param console where to tell of it
   * @param watchPort where to show the report meanwhile, 0 for any port; empty for nowhere
   * @param checkpoints how often to keep what there is
   * @param resumed the folder of the run to go on with; empty for a new one
   */
  public Experiment(
      ExperimentSettings settings,
      List<String> commandLine,
      Console console,
      OptionalInt watchPort,
      CheckpointSettings checkpoints,
      Optional<Path> resumed) {
    this.checkpoints = checkpoints;
    this.resumed = resumed;
    this.settings = settings;
    this.commandLine = List.copyOf(commandLine);
    this.console = console;
    this.watchPort = watchPort;
  }

  /**
   * Everything that can be wrong with settings and data is found before the run folder is made.
   *
   * @throws IllegalArgumentException if a text cannot be read or does not fit the examples
   * @throws org.twinprop.data.BadInput if data or the run folder are at fault
   */
  public ExperimentResult run() {
    TaskData loaded = settings.task().load(settings.data(), settings.limit(), settings.seed());
    Optional<String> memory = requireTrainable(settings, loaded);
    TaskData data =
        settings.mitigation().map(what -> what.prepared(loaded, settings.seed())).orElse(loaded);
    int epochs = settings.epochs().orElse(data.epochs());
    try (ReportServer server = server();
        Interruption interruption = new Interruption(console);
        RunFolder folder = folder()) {
      if (resumed.isEmpty()) {
        folder.config(settings.toMap(epochs));
      }
      NumberThreads threads = NumberThreads.set();
      try (Networks networks = networks(data, folder)) {
        RunStart began = began(folder, loaded);
        Optional<Checkpoint> before = before(folder);
        Stopwatch stopwatch = sinceStart.after(before.map(Checkpoint::seconds).orElse(0.0));
        new Announcement(console, settings, data).print(networks, epochs, threads, memory);
        Beginning beginning =
            new Beginning(
                began.commandLine(),
                Instant.parse(began.started()),
                settings.toMap(epochs),
                stopwatch);
        try (Continuation continuation =
            new Continuation(
                folder.path(),
                before,
                new CheckpointWriter(folder.path(), checkpoints, stopwatch::seconds, before))) {
          ExperimentRun run =
              new ExperimentRun(
                  beginning,
                  settings,
                  data,
                  networks,
                  folder,
                  console,
                  server,
                  line(loaded, folder, interruption),
                  continuation);
          return run.finish(run.train(epochs, interruption), interruption);
        } catch (OutOfMemoryError e) {
          throw need(settings, settings.architecture(), data, rows(settings, data))
              .unmet(e, folder.path());
        }
      }
    }
  }

  /** What the run began with: now, or, if it goes on, then; and then it must be the same now. */
  private RunStart began(RunFolder folder, TaskData loaded) {
    RunRecord record = new RunRecord(folder.path());
    RunStart now =
        new RunStart(
            commandLine,
            sinceStart.began().toString(),
            record.config(),
            loaded.files(),
            Build.ofThisProgram(),
            Backend.inUse());
    if (resumed.isPresent()) {
      record.requireUnfinished(this::warn);
      return record.requireSame(now, console::print);
    }
    record.begin(now);
    return now;
  }

  private Optional<Checkpoint> before(RunFolder folder) {
    return resumed.isPresent() ? new RunRecord(folder.path()).latest(this::warn) : Optional.empty();
  }

  private void warn(String what) {
    console.print(console.bad("Warning: " + what));
  }

  /**
   * Finds out before anything is written whether these settings can learn these examples.
   *
   * @return how much memory it takes, if that is much
   * @throws IllegalArgumentException if a text cannot be read or does not fit the examples
   * @throws org.twinprop.data.BadInput if there is too little memory
   */
  public static Optional<String> requireTrainable(ExperimentSettings settings, TaskData data) {
    Architecture architecture = settings.architecture();
    settings.makeUpdater();
    settings.makeInitializer();
    settings.makeSchedule();
    settings.mitigation().ifPresent(what -> what.prepared(data, settings.seed()));
    requireFit(architecture, data);
    requireReader(settings, architecture, data);
    Vocabulary.require(architecture, data);
    return requireMemory(settings, architecture, data);
  }

  /** Null where there is none to beat. */
  private LinearRegression line(TaskData data, RunFolder folder, Interruption interruption) {
    data.table()
        .filter(table -> !table.pipelineJson().isEmpty())
        .ifPresent(table -> folder.text("pipeline.json", table.pipelineJson()));
    return LinearBaseline.of(data, settings, folder, console, interruption).orElse(null);
  }

  /** Null where nobody wants to watch. */
  private ReportServer server() {
    if (watchPort.isEmpty()) {
      return null;
    }
    ReportServer server = ReportServer.on(watchPort.getAsInt());
    console.print("Watch it at %s, here until the run ends.".formatted(server.address()));
    console.gap();
    return server;
  }

  /** A network that is too large for this machine, or cannot learn, leaves no folder behind. */
  private Networks networks(TaskData data, RunFolder folder) {
    Networks networks = null;
    try {
      networks = Networks.of(settings, data);
      FirstBatch.require(networks.network(), data.train(), settings.batch());
      return networks;
    } catch (RuntimeException | OutOfMemoryError e) {
      if (networks != null) {
        networks.close();
      }
      if (resumed.isEmpty()) {
        folder.discard();
      }
      throw e;
    }
  }

  private static void requireFit(Architecture architecture, TaskData data) {
    Shape output = architecture.chain().output(Shape.of(data.train().inputShape()));
    int wanted = Math.toIntExact(data.train().targetShape()[0]);
    if (!output.equals(Shape.of(wanted))) {
      throw new IllegalArgumentException(
          "the network ends with %s outputs, but there %s: %s"
              .formatted(
                  output,
                  data.regression()
                      ? "is %d number to predict".formatted(wanted)
                      : "are %d classes".formatted(wanted),
                  ending(output, wanted)));
    }
    Targets targets = architecture.objective().loss().targets();
    if (data.regression() && targets != Targets.NUMBERS) {
      throw new IllegalArgumentException(
          "the loss %s is for classes, but numbers are predicted: take mse, mae or huber(1)"
              .formatted(architecture.objective().loss().name()));
    }
  }

  /** Checks at the end are read with the probabilities of digits in images of their size. */
  private static void requireReader(
      ExperimentSettings settings, Architecture architecture, TaskData data) {
    Shape input = Shape.of(data.train().inputShape());
    if (settings.task().readsChecks()
        && !DigitNetwork.reads(
            input, architecture.chain().output(input), architecture.objective().loss())) {
      throw new IllegalArgumentException(
          "at its end this run reads whole checks, which takes images of 28 x 28 and a network that ends with 10 outputs, or 11 of which the last is no digit, and softmax-xent: change that, or read none (read: 0)");
    }
  }

  private static String ending(Shape output, int classes) {
    return switch (output.rank()) {
      case 1 -> "let its last layer be dense(%d)".formatted(classes);
      case 2 ->
          "it answers at each of %d steps, so end it with laststep dense(%d)"
              .formatted(output.size(0), classes);
      default -> "end it with flatten dense(%d)".formatted(classes);
    };
  }

  /** What it takes, if that is much. */
  private static Optional<String> requireMemory(
      ExperimentSettings settings, Architecture architecture, TaskData data) {
    int rows = rows(settings, data);
    MemoryNeed need = need(settings, architecture, data, rows);
    GpuInUse.ofThisProcess()
        .ifPresent(
            gpu ->
                GpuMemoryNeed.of(need(settings, architecture, data, 0), need, rows).requireOn(gpu));
    double memory = Machine.here().memoryBytes();
    need.requireWithin(memory, Pointer.maxPhysicalBytes(), Runtime.getRuntime().maxMemory());
    return need.notice(memory);
  }

  private static int rows(ExperimentSettings settings, TaskData data) {
    return Math.min(settings.batch(), data.train().size());
  }

  private static MemoryNeed need(
      ExperimentSettings settings, Architecture architecture, TaskData data, int rows) {
    return MemoryNeed.of(
        architecture,
        Shape.of(data.train().inputShape()),
        settings.makeUpdater(),
        settings.type(),
        rows,
        settings.twin());
  }

  private RunFolder folder() {
    if (resumed.isPresent()) {
      return RunFolder.again(resumed.get());
    }
    return RunFolder.of(settings.out(), settings.name());
  }
}
