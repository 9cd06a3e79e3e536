package org.twinprop.experiments.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.doctor.BuiltBackends;
import org.twinprop.experiments.doctor.Decision;
import org.twinprop.experiments.doctor.Diagnosis;
import org.twinprop.experiments.doctor.DiagnosisLines;
import org.twinprop.experiments.doctor.Preparation;
import org.twinprop.experiments.doctor.RunningBackend;
import org.twinprop.experiments.doctor.Trial;
import org.twinprop.experiments.gpucheck.GpuCheckRequest;
import org.twinprop.experiments.gpucheck.Report;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.MachineFacts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinprop doctor}: what is there, what is used and why, and whether it computes right. */
@Command(
    name = "doctor",
    description =
        "Show what this machine has, which backend is used and why, which are not and why not; then"
            + " try the one in use.",
    sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup private Work work = new Work();

  @Option(
      names = "--for",
      paramLabel = "X.Y",
      converter = Capability.class,
      description =
          "With --build-kernels: the compute capability to compile for. Default: the GPU at hand.")
  private ComputeCapability target;

  @Option(
      names = "--on-cpu",
      description = "With --gpu-check: run the same on the processor, to try the check itself.")
  private boolean onCpu;

  @Mixin private JsonTarget json;

  /** At most one of these. */
  private static final class Work {
    @Option(names = "--facts", description = "Try nothing: ND4J is not loaded.")
    private boolean factsAlone;

    @Option(
        names = "--warm-up",
        description =
            "With backend cuda-ptx: have the driver compile the kernels now, about half an hour.")
    private boolean warmUp;

    @Option(
        names = "--build-kernels",
        description =
            "With backend cuda-ptx: compile the kernels with CUDA's ptxas and fatbinary, and use"
                + " them from then on.")
    private boolean buildKernels;

    @Option(
        names = "--gpu-check",
        paramLabel = "OUT",
        description =
            "Check and measure all that needs a GPU, in less than 8 minutes: the catalogue's"
                + " gradients, against DL4J and against the processor, training speed, memory."
                + " Writes gpu-check.json and gpu-check.txt to this folder.")
    private Path gpuCheck;
  }

  @Override
  public Integer call() throws IOException {
    json.check();
    if (target != null && !work.buildKernels) {
      throw new ParameterException(spec.commandLine(), "--for goes with --build-kernels");
    }
    if (onCpu && work.gpuCheck == null) {
      throw new ParameterException(spec.commandLine(), "--on-cpu goes with --gpu-check");
    }
    Console console = json.console();
    MachineFacts facts = MachineFacts.here();
    Preparation preparation = new Preparation(facts, BuiltBackends.here(), console::print);
    if (work.buildKernels) {
      preparation.buildKernels(target);
      return ExitCode.OK;
    }
    if (work.gpuCheck != null) {
      return checkGpu(facts, console);
    }
    if (work.warmUp) {
      preparation.warmUp();
    }
    return diagnose(facts, new DiagnosisLines(console));
  }

  private int checkGpu(MachineFacts facts, Console console) {
    Decision decision = Decision.of(facts, BuiltBackends.here());
    Report report =
        new GpuCheckRequest(facts, decision, RunningBackend.profile(), onCpu)
            .fulfil(work.gpuCheck, console);
    json.write(report);
    return report.ok() ? ExitCode.OK : ExitCode.FAILED;
  }

  private int diagnose(MachineFacts facts, DiagnosisLines lines) {
    lines.facts(facts);
    Decision decision = Decision.of(facts, BuiltBackends.here());
    lines.decision(decision);
    Trial trial = null;
    if (!work.factsAlone && decision.used().isPresent()) {
      trial = Trial.run();
      lines.trial(trial);
    }
    json.write(new Diagnosis(facts, decision, RunningBackend.profile(), trial));
    boolean well = decision.used().isPresent() && (trial == null || trial.ok());
    return well ? ExitCode.OK : ExitCode.FAILED;
  }
}
