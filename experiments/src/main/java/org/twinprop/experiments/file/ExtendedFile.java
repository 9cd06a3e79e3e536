package org.twinprop.experiments.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.data.BadInput;

/**
 * A file that says {@code extends: other.yaml} has all settings of the other, save those that it
 * gives itself. The other, counted from the folder of the file, may extend one more.
 */
final class ExtendedFile {
  /** The files that lead to the one at hand, by their real paths. */
  private final Map<Path, Path> chain = new LinkedHashMap<>();

  private ExtendedFile() {}

  /**
   * The settings of the file and of all that it extends, by key, without {@code extends} itself.
   *
   * @throws BadInput if one cannot be read, or extends itself by way of others
   */
  static Map<String, Setting> read(Path file) {
    return new ExtendedFile().all(file);
  }

  private Map<String, Setting> all(Path file) {
    chain.put(real(file), file);
    Map<String, Setting> own = YamlSettings.read(file);
    Setting base = own.remove(SettingKeys.EXTENDS.name());
    Map<String, Setting> all = new LinkedHashMap<>();
    if (base != null) {
      all.putAll(all(other(file, base)));
    }
    all.putAll(own);
    return all;
  }

  private Path other(Path file, Setting base) {
    Path other = file.resolveSibling(SettingKeys.EXTENDS.read(base)).normalize();
    if (!Files.isRegularFile(other)) {
      throw base.wrong("a regular file that there is, counted from the folder of " + file);
    }
    if (chain.containsKey(real(other))) {
      throw new BadInput(
          "%s: extends %s, so that it extends itself: leave this line out, or name another file"
              .formatted(base.place(), String.join(", which extends ", circle(other))));
    }
    return other;
  }

  /** From the file that is named a second time to the one that names it. */
  private List<String> circle(Path first) {
    return chain.entrySet().stream()
        .dropWhile(link -> !link.getKey().equals(real(first)))
        .map(link -> link.getValue().toString())
        .toList();
  }

  /** One name for each file, whatever links lead to it. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize(); // reading it says what is wrong
    }
  }
}
