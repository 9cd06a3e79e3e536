package org.twinprop.experiments.tasks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;
import org.twinprop.data.CacheFolder;

/** Where tables are looked for. */
final class TableFolder {
  private static final String VARIABLE = "TWINPROP_DATA";
  private static final String RENTS = "rents";

  private TableFolder() {}

  /**
   * A file that a person named: as it is, counted from where the program is started; else in the
   * folder of the data.
   *
   * @throws BadInput if it is in none; says where it was looked for
   */
  static Path find(Path named, Optional<Path> folder) {
    if (Files.exists(named)) {
      return named;
    }
    return candidates(named, folder).stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "there is no file %s%s; give its path"
                        .formatted(
                            named,
                            candidates(named, folder).stream()
                                .map(Path::getParent)
                                .findFirst()
                                .map(first -> ", here or in " + first)
                                .orElse(""))));
  }

  /**
   * A file of rents in the folder that is named, or in that of the data; empty if it is not there.
   */
  static Optional<Path> findRents(String name, Optional<Path> folder) {
    return candidates(Path.of(name), folder).stream().filter(Files::isRegularFile).findFirst();
  }

  /**
   * @throws BadInput if there is no such folder
   */
  static void require(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInput(
          "--data names %s, and there is no such folder; check the spelling, or leave it out"
              .formatted(folder));
    }
  }

  private static List<Path> candidates(Path file, Optional<Path> folder) {
    if (file.isAbsolute()) {
      return List.of();
    }
    Stream<Path> folders = folder.isPresent() ? folder.stream() : standard();
    return folders
        .flatMap(
            one ->
                Stream.of(
                    one.resolve(file),
                    one.resolve(RENTS).resolve(file),
                    one.resolveSibling(RENTS).resolve(file)))
        .toList();
  }

  private static Stream<Path> standard() {
    String variable = System.getenv(VARIABLE);
    Stream<Path> named =
        variable == null || variable.isBlank() ? Stream.of() : Stream.of(Path.of(variable));
    return Stream.concat(named, Stream.of(CacheFolder.path()));
  }
}
