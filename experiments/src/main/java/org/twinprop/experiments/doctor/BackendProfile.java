package org.twinprop.experiments.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.machine.ComputeCapability;
import org.twinprop.experiments.machine.ReleaseNumber;
import org.twinprop.layers.text.Nearest;

/** A backend, as a Maven profile builds it. */
public enum BackendProfile {
  /** The processor. */
  CPU("cpu", "1.0.0-M2.1", "0.2 GB", Optional.empty()),

  /**
   * NVIDIA's GPUs from late Kepler to Ada. A program of CUDA 11.6 without intermediate code runs on
   * every driver of CUDA 11 or later, of which 450.80.02 is the first (NVIDIA, CUDA Compatibility).
   */
  CUDA(
      "cuda",
      "1.0.0-M2.1",
      "2.5 GB",
      Optional.of(
          new CudaKernels(
              new ReleaseNumber("11.6"),
              CudaKernels.capabilities(
                  "3.7", "5.0", "5.2", "6.0", "6.1", "7.0", "7.5", "8.0", "8.6"),
              Optional.empty(),
              new ReleaseNumber("450.80.02"),
              new ReleaseNumber("452.39")))),

  /**
   * Every later one, too: the driver compiles the kernels. It must know the intermediate code of
   * CUDA 11.2, as drivers from 460.27.03 on do.
   */
  CUDA_PTX(
      "cuda-ptx",
      "1.0.0-M1.1",
      "2.8 GB",
      Optional.of(
          new CudaKernels(
              new ReleaseNumber("11.2"),
              CudaKernels.capabilities(
                  "3.5", "3.7", "5.0", "5.2", "6.0", "6.1", "7.0", "7.5", "8.0", "8.6"),
              Optional.of(ComputeCapability.of("8.6")),
              new ReleaseNumber("460.27.03"),
              new ReleaseNumber("460.89"))));

  private static final Set<String> CUDA_PLATFORMS = Set.of("linux-x86_64", "windows-x86_64");

  private final String text;
  private final String nd4j;
  private final String download;
  private final Optional<CudaKernels> kernels;

  BackendProfile(String text, String nd4j, String download, Optional<CudaKernels> kernels) {
    this.text = text;
    this.nd4j = nd4j;
    this.download = download;
    this.kernels = kernels;
  }

  /**
   * @param text as the command line names it
   * @throws BadInput if there is none of this name
   */
  public static BackendProfile of(String text) {
    return Arrays.stream(values())
        .filter(profile -> profile.text.equals(text))
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  private static BadInput unknown(String text) {
    List<String> names = List.of("auto", "cpu", "cuda", "cuda-ptx");
    return new BadInput(
        "--backend %s: there is no such backend (%s)".formatted(text, Nearest.hint(text, names)));
  }

  /** The release of ND4J. */
  public String nd4j() {
    return nd4j;
  }

  /** What building it downloads, all in all. */
  String download() {
    return download;
  }

  /** What its library holds; empty for the processor's. */
  Optional<CudaKernels> kernels() {
    return kernels;
  }

  /** Where ND4J was published for CUDA. */
  static boolean hasCudaFor(String platform) {
    return CUDA_PLATFORMS.contains(platform);
  }

  /** The command that builds it. */
  String buildCommand() {
    return "./twinprop --backend " + text + " --build";
  }

  /** As the command line names it. */
  @JsonValue
  @Override
  public String toString() {
    return text;
  }
}
