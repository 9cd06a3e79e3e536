package org.twinprop.experiments.doctor;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.Gpu;
import org.twinprop.experiments.machine.MachineFacts;

/**
 * For the launcher: which backend to start, and with what, a line each of {@code name=value}.
 *
 * <ul>
 *   <li>{@code backend}: its name
 *   <li>{@code device}: the GPU to use, where there are several and nobody has chosen
 *   <li>{@code kernels}: the folder of kernels that were compiled for it ahead of time
 * </ul>
 */
public final class ChosenBackend {
  private static final int BAD_INPUT = 2;

  private ChosenBackend() {}

  /**
   * Ends with code 2 and one line where the backend cannot be used.
   *
   * @param arguments the name that the user gave, or auto
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      out.print(lines(arguments[0], MachineFacts.here(), BuiltBackends.here()));
      out.flush();
    } catch (BadInput e) {
      System.err.println("twinprop: " + Console.oneLine(e.getMessage()));
      System.exit(BAD_INPUT);
    }
  }

  /**
   * @throws BadInput if the backend that is named does not exist or cannot be used here
   */
  static String lines(String requested, MachineFacts facts, Installation installation) {
    Decision decision = Decision.of(facts, installation);
    BackendProfile backend =
        requested.equals("auto")
            ? decision.used().orElse(BackendProfile.CPU)
            : decision.require(BackendProfile.of(requested)).backend();
    StringBuilder lines = new StringBuilder("backend=" + backend + "\n");
    Optional<Gpu> gpu = decision.verdict(backend).gpu();
    gpu.filter(one -> mustBeNamed(facts))
        .ifPresent(one -> lines.append("device=" + one.uuid() + "\n"));
    gpu.map(Gpu::computeCapability)
        .filter(one -> backend == BackendProfile.CUDA_PTX && compiled(installation, one))
        .ifPresent(one -> lines.append("kernels=" + CompiledKernels.ofThisUser().of(one) + "\n"));
    return lines.toString();
  }

  private static boolean mustBeNamed(MachineFacts facts) {
    return facts.nvidia().gpus().size() > 1 && facts.visibleDevices().isEmpty();
  }

  private static boolean compiled(Installation installation, ComputeCapability gpu) {
    return installation.compiledKernels().contains(gpu);
  }
}
