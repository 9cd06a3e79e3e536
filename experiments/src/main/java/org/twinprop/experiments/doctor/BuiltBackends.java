package org.twinprop.experiments.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinprop.natives.NativeBuild;

/**
 * What the launcher has built: a folder of jars for each backend.
 *
 * @param folder that holds {@code app}, {@code app-cuda} and {@code app-cuda-ptx}
 * @param platform as native builds call it
 */
public record BuiltBackends(Path folder, String platform) {
  private static final String ANY = ".+";

  /**
   * The launcher says where; a program that was started otherwise has what is on its class path.
   */
  public static Installation here() {
    String folder = System.getProperty("twinprop.apps");
    return folder == null
        ? new Installation(
            Map.of(RunningBackend.profile(), ""),
            NativeBuild.ofThisProgram(),
            CompiledKernels.ofThisUser().there())
        : new BuiltBackends(Path.of(folder), NativeBuild.platform()).installation();
  }

  Installation installation() {
    Map<BackendProfile, String> built = new EnumMap<>(BackendProfile.class);
    for (BackendProfile backend : BackendProfile.values()) {
      if (Files.isRegularFile(app(backend).resolve("stamp"))) {
        built.put(backend, lacking(backend).orElse(""));
      }
    }
    return new Installation(built, cpuBuild(), CompiledKernels.ofThisUser().there());
  }

  /** Where a backend's jars are, once it is built. */
  Path app(BackendProfile backend) {
    return folder.resolve(backend == BackendProfile.CPU ? "app" : "app-" + backend);
  }

  private Optional<String> lacking(BackendProfile backend) {
    return needed(backend).stream()
        .filter(jar -> jars(backend).stream().noneMatch(name -> name.matches(jar)))
        .map(jar -> jar.replace("\\.", ".").replace(ANY, "*"))
        .findFirst();
  }

  private List<String> needed(BackendProfile backend) {
    String nativeJar = "-" + platform + "\\.jar";
    return switch (backend) {
      case CPU ->
          List.of("nd4j-native-1" + ANY + platform + ".*\\.jar", "openblas-" + ANY + nativeJar);
      case CUDA ->
          List.of("nd4j-cuda-11\\.6-1" + ANY + nativeJar, "cuda-11\\.6" + ANY + "-redist\\.jar");
      case CUDA_PTX ->
          List.of("nd4j-cuda-11\\.2-1" + ANY + nativeJar, "cuda-11\\.8" + ANY + "-redist\\.jar");
    };
  }

  /** {@code nd4j-native-1.0.0-M2.1-linux-x86_64-avx2.jar}: what follows the platform. */
  private NativeBuild cpuBuild() {
    return jars(BackendProfile.CPU).stream()
        .filter(name -> name.matches("nd4j-native-1" + ANY + platform + ".*\\.jar"))
        .map(name -> name.substring(name.indexOf(platform) + platform.length()))
        .map(end -> new NativeBuild(end.replace(".jar", "")))
        .findFirst()
        .orElse(NativeBuild.PLAIN);
  }

  /** The jar with cuda-ptx's kernels; null where it is not there. */
  Path library() {
    return jars(BackendProfile.CUDA_PTX).stream()
        .filter(name -> name.matches("nd4j-cuda-11\\.2-1" + ANY + "-" + platform + "\\.jar"))
        .map(app(BackendProfile.CUDA_PTX)::resolve)
        .findFirst()
        .orElse(null);
  }

  List<String> jars(BackendProfile backend) {
    if (!Files.isDirectory(app(backend))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(app(backend))) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
