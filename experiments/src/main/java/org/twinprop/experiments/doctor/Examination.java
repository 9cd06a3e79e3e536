package org.twinprop.experiments.doctor;

import java.util.Optional;
import java.util.Set;
import org.twinprop.experiments.doctor.Verdict.Status;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.natives.NativeBuild;

/** Holds each backend against a machine's facts. */
record Examination(MachineFacts facts, Installation installation) {

  Verdict verdict(BackendProfile backend) {
    return backend == BackendProfile.CPU ? ofProcessor() : ofGpu(backend);
  }

  private Verdict ofProcessor() {
    String platform = facts.host().platform();
    Set<String> flags = facts.processor().flags();
    NativeBuild build = installation.cpuBuild();
    Optional<NativeBuild> fastest = NativeBuild.fastest(platform, flags);
    if (fastest.isEmpty()) {
      return Verdict.unusable(
          BackendProfile.CPU, "ND4J has no native build for %s".formatted(platform));
    }
    if (!build.runsOn(flags)) {
      return Verdict.unusable(
          BackendProfile.CPU,
          "the native build in use, %s, needs instructions that this processor lacks: TWINPROP_MAVEN_OPTIONS=-Dnd4j.extension=%s has it built for this one"
              .formatted(build, fastest.get().extension()));
    }
    String praise =
        build.equals(fastest.get())
            ? "the fastest for this processor"
            : "though %s would be the fastest for this processor".formatted(fastest.get());
    return available(
        BackendProfile.CPU, "native build %s, %s".formatted(build, praise), Optional.empty());
  }

  private Verdict ofGpu(BackendProfile backend) {
    CudaKernels kernels = backend.kernels().orElseThrow();
    Optional<String> obstacle = new DriverExamination(facts).obstacle(kernels);
    if (obstacle.isPresent()) {
      return Verdict.unusable(backend, obstacle.get());
    }
    GpuExamination gpus = new GpuExamination(facts, installation.compiledKernels());
    Optional<Gpu> best = gpus.best(kernels);
    return best.map(gpu -> available(backend, gpus.howOn(gpu, kernels), best))
        .orElseGet(() -> Verdict.unusable(backend, gpus.whyNone(kernels)));
  }

  /** It would run; whether it is built comes last, so that nobody builds one in vain. */
  private Verdict available(BackendProfile backend, String how, Optional<Gpu> gpu) {
    String lacking = installation.built().get(backend);
    if (lacking == null) {
      return new Verdict(
          backend,
          Status.NOT_BUILT,
          "it is not built: %s builds it (downloads %s, once)"
              .formatted(backend.buildCommand(), backend.download()),
          gpu);
    }
    return lacking.isEmpty()
        ? new Verdict(backend, Status.USABLE, how, gpu)
        : Verdict.unusable(
            backend,
            "library missing, %s: %s builds it anew".formatted(lacking, backend.buildCommand()));
  }
}
