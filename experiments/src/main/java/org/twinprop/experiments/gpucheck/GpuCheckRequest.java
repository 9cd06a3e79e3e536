package org.twinprop.experiments.gpucheck;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.bench.Workload;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.doctor.BackendProfile;
import org.twinprop.experiments.doctor.Decision;
import org.twinprop.experiments.doctor.FirstStart;
import org.twinprop.experiments.doctor.Verdict;
import org.twinprop.experiments.doctor.Verdict.Status;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.experiments.machine.GpuMemory;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.experiments.machine.MemoryMeter;
import org.twinprop.experiments.machine.ProcessMemory;

/**
 * {@code doctor --gpu-check}.
 *
 * @param facts of the machine
 * @param decision about them
 * @param running the backend of this process
 * @param onCpu whether the processor may stand in for a GPU
 */
public record GpuCheckRequest(
    MachineFacts facts, Decision decision, BackendProfile running, boolean onCpu) {
  static final Duration GRACE = Duration.ofSeconds(5);
  private static final int ENTRIES = 10;
  private static final int STEPS = 20;
  private static final int ROUNDS = 9;
  private static final int MEMORY_STEPS = 1000;

  /**
   * Runs every part, within eight minutes in all. Where the driver has to compile the kernels
   * first, that comes before and is not counted.
   *
   * @param out the folder of the report
   * @param console where progress and the table go
   * @throws BadInput if this process does not compute on a GPU, or nothing can be written to the
   *     folder; nothing has been done then
   */
  public Report fulfil(Path out, Console console) {
    requireGpu(out);
    ReportFolder folder = ReportFolder.at(out);
    FirstStart.neededHere().ifPresent(first -> first.run(console::print));
    console.print(console.bold("Checking " + subject()));
    Report report =
        new GpuCheck(subject(), parts(), GRACE, folder, part -> say(part, console)).run();
    console.gap();
    console.print(ReportText.of(report));
    return report;
  }

  private static void say(PartResult part, Console console) {
    String verdict =
        part.well() ? console.good("" + part.verdict()) : console.bad("" + part.verdict());
    console.print("%s: %s after %.1f s".formatted(part.name(), verdict, part.seconds()));
  }

  /**
   * @throws BadInput with the command that mends it
   */
  void requireGpu(Path out) {
    if (running != BackendProfile.CPU) {
      decision.require(running);
    } else if (!onCpu) {
      throw new BadInput("--gpu-check needs a GPU, and this is backend cpu: " + remedy(out));
    }
  }

  private String remedy(Path out) {
    Optional<Verdict> best = best();
    if (best.isEmpty()) {
      return decision.verdict(BackendProfile.CUDA).reason() + "; --on-cpu tries the check itself";
    }
    BackendProfile backend = best.get().backend();
    String check = "./twinprop --backend %s doctor --gpu-check %s".formatted(backend, out);
    return best.get().status() == Status.USABLE
        ? check
        : "./twinprop --backend %s --build builds one, then %s".formatted(backend, check);
  }

  /** What is built before what is not. */
  private Optional<Verdict> best() {
    return List.of(Status.USABLE, Status.NOT_BUILT).stream()
        .flatMap(status -> decision.verdicts().stream().filter(one -> one.status() == status))
        .filter(one -> one.backend() != BackendProfile.CPU)
        .findFirst();
  }

  private Subject subject() {
    return new Subject(running, gpu(), facts.nvidia().driver());
  }

  private Optional<Gpu> gpu() {
    return running == BackendProfile.CPU ? Optional.empty() : decision.verdict(running).gpu();
  }

  private MemoryMeter meter() {
    return gpu().<MemoryMeter>map(GpuMemory::of).orElseGet(ProcessMemory::new);
  }

  /**
   * Their budgets are less than eight minutes together, each with its grace. The first has time for
   * the very first start, which unpacks CUDA's libraries; the one that may take longest is last.
   */
  List<Part> parts() {
    String apps = System.getProperty("twinprop.apps");
    String device = gpu().isPresent() ? "cuda" : "cpu";
    return List.of(
        new TrialPart(seconds(90)),
        new ProcessorPart(seconds(60), ProcessorProgram.find(running, Optional.ofNullable(apps))),
        new TrainingPart(seconds(45), Workload.LENET, STEPS, ROUNDS),
        new TrainingPart(seconds(25), Workload.MLP, STEPS, ROUNDS),
        new MemoryPart(seconds(45), Workload.LENET, MEMORY_STEPS, this::meter),
        new PytorchPart(seconds(50), PythonPath.find(System.getenv()), device, STEPS, ROUNDS),
        new CataloguePart(seconds(120), ENTRIES));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
