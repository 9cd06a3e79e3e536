package org.twinprop.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The folder that a run reads its data from.
 *
 * @param path of the folder
 * @param origin why this one: "--data", "TWINPROP_DATA" or "downloaded"
 */
public record DataFolder(Path path, String origin) {
  private static final String VARIABLE = "TWINPROP_DATA";

  /**
   * The first of: the folder of the command line, the folder of the environment variable
   * TWINPROP_DATA, the cache folder if a download is complete there.
   *
   * @param option the folder of {@code --data}
   * @return empty if nothing is named and nothing was downloaded: use generated digits
   * @throws BadInput if a folder is named and does not exist
   */
  public static Optional<DataFolder> resolve(Optional<Path> option) {
    return resolve(option, System::getenv, CacheFolder.path());
  }

  static Optional<DataFolder> resolve(
      Optional<Path> option, UnaryOperator<String> environment, Path cache) {
    if (option.isPresent()) {
      return Optional.of(existing(option.get(), "--data"));
    }
    String named = environment.apply(VARIABLE);
    if (named != null && !named.isBlank()) {
      return Optional.of(existing(Path.of(named), VARIABLE));
    }
    return Mnist.isComplete(cache)
        ? Optional.of(new DataFolder(cache, "downloaded"))
        : Optional.empty();
  }

  private static DataFolder existing(Path path, String origin) {
    if (path.toString().isBlank()) {
      throw new BadInput(
          origin
              + " is empty: name a folder, or leave it out to use downloaded or generated digits");
    }
    if (!Files.isDirectory(path)) {
      throw new BadInput(
          "%s names %s, and there is no such folder; check the spelling, or leave it out to use downloaded or generated digits"
              .formatted(origin, path));
    }
    return new DataFolder(path, origin);
  }
}
