package org.twinprop.experiments.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.twinprop.data.CacheFolder;
import org.twinprop.experiments.machine.ComputeCapability;

/**
 * Where cuda-ptx's library is kept, compiled ahead of time for one GPU architecture each: {@code
 * kernels/nd4j-cuda-11.2-1.0.0-M1.1-sm_90/} in the cache folder.
 *
 * @param folder {@code kernels} in the cache folder
 */
record CompiledKernels(Path folder) {
  private static final String PREFIX = "nd4j-cuda-11.2-1.0.0-M1.1-sm_";

  /** The last file to be written: where it is, the rest is. */
  static final String LIBRARY = "libnd4jcuda.so";

  static CompiledKernels ofThisUser() {
    return new CompiledKernels(CacheFolder.path().resolve("kernels"));
  }

  /** Of one architecture; it need not exist. */
  Path of(ComputeCapability gpu) {
    return folder.resolve(PREFIX + gpu.architecture());
  }

  /** The GPUs that there are kernels for. */
  Set<ComputeCapability> there() {
    Set<ComputeCapability> found = new TreeSet<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path one : folders) {
        String architecture = one.getFileName().toString().substring(PREFIX.length());
        if (architecture.matches("\\d{2,3}") && Files.isRegularFile(one.resolve(LIBRARY))) {
          found.add(capability(architecture));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** 120 is 12.0. */
  private static ComputeCapability capability(String architecture) {
    int number = Integer.parseInt(architecture);
    return new ComputeCapability(number / 10, number % 10);
  }
}
