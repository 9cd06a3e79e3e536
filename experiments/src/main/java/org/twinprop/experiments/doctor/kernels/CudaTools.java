package org.twinprop.experiments.doctor.kernels;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.machine.ComputeCapability;

/**
 * CUDA's assembler and its packer.
 *
 * @param ptxas compiles intermediate code to machine code
 * @param fatbinary packs machine code as libraries hold it
 */
record CudaTools(Path ptxas, Path fatbinary) {

  /**
   * On the PATH, else in the toolkit that a variable names, else where it is usually installed.
   *
   * @throws BadInput if they are nowhere
   */
  static CudaTools find(Map<String, String> environment, Path usual) {
    List<Path> folders = new ArrayList<>();
    Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .forEach(folder -> folders.add(Path.of(folder)));
    for (String variable : List.of("CUDA_HOME", "CUDA_PATH")) {
      Optional.ofNullable(environment.get(variable))
          .ifPresent(home -> folders.add(Path.of(home, "bin")));
    }
    folders.add(usual);
    return folders.stream()
        .map(folder -> new CudaTools(folder.resolve("ptxas"), folder.resolve("fatbinary")))
        .filter(tools -> Files.isExecutable(tools.ptxas) && Files.isExecutable(tools.fatbinary))
        .findFirst()
        .orElseThrow(CudaTools::missing);
  }

  private static BadInput missing() {
    return new BadInput(
        "CUDA's ptxas and fatbinary are neither on the PATH nor in CUDA_HOME or /usr/local/cuda:"
            + " install CUDA's toolkit, 11.8 or later, or the Python package nvidia-cuda-nvcc");
  }

  /**
   * Compiles one module. CUDA 13.0's ptxas crashes on one of them, the random numbers, unless it is
   * told to optimise less.
   *
   * @param ptx intermediate code
   * @param compiled where the packed machine code goes
   * @throws BadInput if the tools refuse it
   */
  void compile(Path ptx, Path compiled, ComputeCapability gpu) throws IOException {
    Path code = compiled.resolveSibling(compiled.getFileName() + ".cubin");
    String architecture = "-arch=sm_" + gpu.architecture();
    if (!run("" + ptxas, architecture, "-o", "" + code, "" + ptx).isEmpty()) {
      String said = run("" + ptxas, "-O1", architecture, "-o", "" + code, "" + ptx);
      require(said, ptxas, ptx);
    }
    Path part = compiled.resolveSibling(compiled.getFileName() + ".part");
    String image = "--image3=kind=elf,sm=%s,file=%s".formatted(gpu.architecture(), code);
    String said = run("" + fatbinary, "--create=" + part, "-64", "--compress-all", image);
    require(said, fatbinary, ptx);
    Files.delete(code);
    Files.move(part, compiled);
  }

  private static void require(String said, Path tool, Path ptx) {
    if (!said.isEmpty()) {
      throw new BadInput("%s failed on %s: %s".formatted(tool, ptx.getFileName(), said));
    }
  }

  /** What it said if it failed; empty if all was well. */
  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      return code == 0 ? "" : "code %d %s".formatted(code, said.strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return "interrupted";
    }
  }
}
