package org.twinprop.experiments.gpucheck;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Python to use: the one that TWINPROP_PYTHON names, else the first on the PATH. */
public final class PythonPath {
  private static final List<String> NAMES =
      List.of("python3", "python", "python3.exe", "python.exe");

  private PythonPath() {}

  /**
   * @param environment of the process
   */
  public static Optional<Path> find(Map<String, String> environment) {
    String named = environment.get("TWINPROP_PYTHON");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
