package org.twinprop.experiments.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.doctor.kernels.KernelRequest;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.MachineFacts;

/**
 * What can be done ahead of cuda-ptx's first start.
 *
 * @param facts of the machine
 * @param installation what is built
 * @param say takes each line
 */
public record Preparation(MachineFacts facts, Installation installation, Consumer<String> say) {

  /**
   * Has the driver compile the kernels.
   *
   * @throws BadInput if cuda-ptx cannot be used here, or is not the backend of this process
   */
  public void warmUp() {
    Decision.of(facts, installation).require(BackendProfile.CUDA_PTX);
    if (RunningBackend.profile() != BackendProfile.CUDA_PTX) {
      throw new BadInput(
          "--warm-up is for cuda-ptx: ./twinprop --backend cuda-ptx doctor --warm-up");
    }
    Path folder = CompiledKernels.ofThisUser().folder();
    FirstStart.needed(facts, installation, BackendProfile.CUDA_PTX, folder)
        .ifPresentOrElse(
            first -> first.run(say),
            () -> say.accept("Nothing has to be compiled for this GPU, or it was already."));
  }

  /**
   * Compiles them with CUDA's tools.
   *
   * @param target null for the GPU at hand
   * @throws BadInput if cuda-ptx is not built, there is no GPU, or the tools are missing
   */
  public void buildKernels(ComputeCapability target) throws IOException {
    BackendProfile backend = BackendProfile.CUDA_PTX;
    if (!facts.host().platform().equals("linux-x86_64")) {
      throw new BadInput("--build-kernels knows the library of Linux on x86_64 alone");
    }
    ComputeCapability gpu = target == null ? atHand() : target;
    Path apps = Path.of(System.getProperty("twinprop.apps", ""));
    Path jar = new BuiltBackends(apps, facts.host().platform()).library();
    if (!installation.built().containsKey(backend) || jar == null) {
      throw new BadInput(
          "--build-kernels needs the library of cuda-ptx, which is not built: %s builds it (downloads %s, once)"
              .formatted(backend.buildCommand(), backend.download()));
    }
    new KernelRequest(jar, gpu, CompiledKernels.ofThisUser().of(gpu)).fulfil(say);
  }

  private ComputeCapability atHand() {
    Verdict verdict = Decision.of(facts, installation).verdict(BackendProfile.CUDA_PTX);
    return verdict
        .gpu()
        .orElseThrow(
            () ->
                new BadInput(
                    "--build-kernels: %s; or name a GPU that is elsewhere, as in --for 9.0"
                        .formatted(verdict.reason())))
        .computeCapability();
  }
}
