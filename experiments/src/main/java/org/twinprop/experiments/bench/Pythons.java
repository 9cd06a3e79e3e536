package org.twinprop.experiments.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.gpucheck.PythonPath;

/**
 * The Pythons in which peers are looked for.
 *
 * @param wanted whether there are to be peers at all
 * @param paths of their programs
 */
public record Pythons(boolean wanted, List<Path> paths) {
  /** No peers. */
  public static final Pythons NONE = new Pythons(false, List.of());

  /** Keeps an unmodifiable copy of the list. */
  public Pythons {
    paths = List.copyOf(paths);
  }

  /** The one that TWINPROP_PYTHON names, else the first on the PATH, if there is one. */
  public static Pythons found(Map<String, String> environment) {
    return new Pythons(true, PythonPath.find(environment).stream().toList());
  }

  /**
   * Those that a person names.
   *
   * @throws BadInput if one of them is no program
   */
  public static Pythons named(List<Path> paths) {
    for (Path path : paths) {
      if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
        throw new BadInput(
            "--peers %s: there is no such program; name a Python, as in --peers /usr/bin/python3, or leave the name out for the first on the PATH"
                .formatted(path));
      }
    }
    return new Pythons(true, paths);
  }
}
