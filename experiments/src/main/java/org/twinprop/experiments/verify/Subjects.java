package org.twinprop.experiments.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.folder.FileProblem;

/**
 * What there is to check.
 *
 * @param all at least one, in the order given, those of a folder by name
 * @param several whether they were given as a class: a folder, or more than one file
 */
public record Subjects(List<Subject> all, boolean several) {
  private static final String EXTENSION = ".npz";

  public Subjects {
    all = List.copyOf(all);
  }

  /**
   * @param paths files, or folders of which every {@code .npz} file counts, those in folders inside
   *     included
   * @throws BadInput if one does not exist, is of no kind that can be checked, or holds none
   */
  public static Subjects of(List<Path> paths) {
    List<Subject> all = new ArrayList<>();
    boolean several = paths.size() > 1;
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        several = true;
        all.addAll(in(path));
      } else {
        all.add(file(path));
      }
    }
    return new Subjects(all, several);
  }

  private static Subject file(Path path) {
    if (!Files.exists(path)) {
      throw new BadInput(path + ": does not exist; give an .npz file, or a folder of them");
    }
    if (!isArchive(path)) {
      throw new BadInput(
          path + ": is no .npz file; save the arrays with np.savez and give that file");
    }
    return Subject.of(path, path);
  }

  private static List<Subject> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Subject> found =
          files
              .filter(Files::isRegularFile)
              .filter(Subjects::isArchive)
              .sorted()
              .map(file -> Subject.of(file, folder.relativize(file)))
              .toList();
      if (found.isEmpty()) {
        throw new BadInput(folder + ": holds no .npz file; save submissions there with np.savez");
      }
      return found;
    } catch (UncheckedIOException e) {
      throw unreadable(folder, e.getCause());
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static BadInput unreadable(Path folder, IOException e) {
    return new BadInput(
        folder + ": cannot be read (" + FileProblem.reason(e) + "); check its permissions", e);
  }

  private static boolean isArchive(Path path) {
    String name = path.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(EXTENSION) && !name.startsWith(".");
  }
}
