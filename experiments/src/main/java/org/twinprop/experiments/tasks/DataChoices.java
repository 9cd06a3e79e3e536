package org.twinprop.experiments.tasks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.table.TableQuestion;

/**
 * What a person says about the data of a task; whatever is empty was not said. The components are
 * called as the keys of experiment files.
 *
 * @param csv a table
 * @param target the column to predict
 * @param group columns that results are told by
 * @param apart the column whose rows are in one part
 * @param exclude columns that are not to be used
 * @param keep columns that are to be used whatever they look like
 * @param predict what is predicted
 * @param logTarget whether the logarithm of the target is learned
 * @param unit of the target
 * @param images a folder with a folder of images for each class
 * @param size that images are scaled to, as in {@code 28x28}
 * @param read how many whole checks are read at the end
 */
public record DataChoices(
    Optional<Path> csv,
    Optional<String> target,
    List<String> group,
    Optional<String> apart,
    List<String> exclude,
    List<String> keep,
    Optional<TableQuestion.Kind> predict,
    Optional<Boolean> logTarget,
    Optional<String> unit,
    Optional<Path> images,
    Optional<String> size,
    Optional<Integer> read) {
  /** Nothing is said. */
  public static final DataChoices NONE =
      new DataChoices(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Keeps unmodifiable copies of the lists. */
  public DataChoices {
    group = List.copyOf(group);
    exclude = List.copyOf(exclude);
    keep = List.copyOf(keep);
  }

  /**
   * What was said, by the keys of experiment files. Files that are there are named so that they are
   * found from any folder: a run goes on from another one, too.
   */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    csv.ifPresent(file -> map.put("csv", findable(file)));
    target.ifPresent(column -> map.put("target", column));
    put(map, "group", group);
    apart.ifPresent(column -> map.put("apart", column));
    put(map, "exclude", exclude);
    put(map, "keep", keep);
    predict.ifPresent(kind -> map.put("predict", kind.name().toLowerCase(java.util.Locale.ROOT)));
    logTarget.ifPresent(on -> map.put("log_target", on));
    unit.ifPresent(word -> map.put("unit", word));
    images.ifPresent(folder -> map.put("images", findable(folder)));
    size.ifPresent(text -> map.put("size", text));
    read.ifPresent(checks -> map.put("read", checks));
    return map;
  }

  /** What is not there is looked for in folders of data, wherever the program is started. */
  private static String findable(Path path) {
    return Files.exists(path) ? path.toAbsolutePath().normalize().toString() : path.toString();
  }

  private static void put(Map<String, Object> map, String key, List<String> columns) {
    if (!columns.isEmpty()) {
      map.put(key, columns);
    }
  }
}
