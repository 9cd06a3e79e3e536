package org.twinprop.experiments.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinprop.experiments.doctor.CudaKernels.Support;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.experiments.machine.MachineFacts;
import org.twinprop.experiments.machine.ReleaseNumber;

/** Which of a machine's GPUs kernels run on. */
record GpuExamination(MachineFacts facts, Set<ComputeCapability> compiled) {
  /** Its compiler crashes on one of the kernels unless told to optimise less. */
  private static final ReleaseNumber DOUBTFUL_COMPILER = new ReleaseNumber("13.0");

  private static final String DOUBT =
      "; a driver of CUDA 13 may crash at that: './twinprop doctor --build-kernels' compiles them without it";

  /** The newest, and of several such the one with most memory. */
  static final Comparator<Gpu> ABILITY =
      Comparator.comparing(Gpu::computeCapability).thenComparing(Gpu::memoryBytes);

  Optional<Gpu> best(CudaKernels kernels) {
    return visible().stream().filter(gpu -> runsOn(gpu, kernels)).max(ABILITY);
  }

  private static boolean runsOn(Gpu gpu, CudaKernels kernels) {
    Support support = kernels.on(gpu.computeCapability());
    return support == Support.MACHINE_CODE || support == Support.COMPILED_BY_DRIVER;
  }

  String howOn(Gpu gpu, CudaKernels kernels) {
    String runs = "it runs on %s%s".formatted(gpu, gpu.divided() ? ", as it is divided" : "");
    if (kernels.on(gpu.computeCapability()) == Support.MACHINE_CODE) {
      return runs;
    }
    if (compiled.contains(gpu.computeCapability())) {
      return runs + ", with kernels compiled ahead of time";
    }
    return "%s, after a first start of about half an hour in which the driver compiles the kernels%s"
        .formatted(runs, doubtful() ? DOUBT : "");
  }

  private boolean doubtful() {
    return facts.nvidia().driver().orElseThrow().cuda().isAtLeast(DOUBTFUL_COMPILER);
  }

  String whyNone(CudaKernels kernels) {
    List<Gpu> visible = visible();
    if (visible.isEmpty()) {
      return "CUDA_VISIBLE_DEVICES=%s hides every GPU: unset it"
          .formatted(facts.visibleDevices().orElse(""));
    }
    return visible.stream().map(gpu -> whyNot(gpu, kernels)).collect(Collectors.joining("; "));
  }

  private static String whyNot(Gpu gpu, CudaKernels kernels) {
    return kernels.on(gpu.computeCapability()) == Support.GPU_TOO_NEW
        ? "%s is newer than its kernels, which are for GPUs up to %d.9: take cuda-ptx"
            .formatted(gpu, kernels.newest().major())
        : "%s is older than its kernels, which are for GPUs from %s on"
            .formatted(gpu, kernels.oldest());
  }

  private List<Gpu> visible() {
    return VisibleDevices.among(facts.nvidia().gpus(), facts.visibleDevices());
  }
}
