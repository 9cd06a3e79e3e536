package org.twinprop.experiments.doctor.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.machine.ComputeCapability;

/**
 * Kernels to be compiled ahead of time.
 *
 * @param jar with cuda-ptx's library
 * @param gpu to compile for
 * @param folder where the compiled library goes
 */
public record KernelRequest(Path jar, ComputeCapability gpu, Path folder) {
  private static final Path USUAL = Path.of("/usr/local/cuda/bin");

  /**
   * Compiles them, on all cores.
   *
   * @param say takes a line after every few modules
   * @throws BadInput if CUDA's tools are not there, or refuse the kernels
   */
  public void fulfil(Consumer<String> say) throws IOException {
    CudaTools tools = CudaTools.find(System.getenv(), USUAL);
    Files.createDirectories(folder);
    say.accept(
        "Compiling the kernels for compute capability %s with %s,".formatted(gpu, tools.ptxas()));
    say.accept("about 20 minutes of one core in all. If you stop it, it goes on where it stopped.");
    Runtime.getRuntime().addShutdownHook(new Thread(KernelRequest::endTools));
    long start = System.nanoTime();
    new KernelBuild(jar, tools, gpu, folder).run((done, all) -> tell(say, start, done, all));
    say.accept("The compiled library is in " + folder + "; cuda-ptx uses it from now on.");
  }

  /** A tool that is at work would go on for minutes after a program that was ended. */
  private static void endTools() {
    ProcessHandle.current().children().forEach(ProcessHandle::destroy);
  }

  private static void tell(Consumer<String> say, long start, int done, int all) {
    int step = Math.max(1, all / 20);
    if (done % step == 0 || done == all) {
      double seconds = (System.nanoTime() - start) / 1e9;
      say.accept("%d of %d modules, %s".formatted(done, all, Formats.duration(seconds)));
    }
  }
}
