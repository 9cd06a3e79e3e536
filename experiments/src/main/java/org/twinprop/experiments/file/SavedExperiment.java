package org.twinprop.experiments.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.data.table.ColumnPlan;
import org.twinprop.data.table.ColumnUse;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.experiments.folder.TextFormats;
import org.twinprop.experiments.training.ExperimentSettings;

/** Writes what was found out about data as an experiment file, to be edited and run. */
public final class SavedExperiment {
  private SavedExperiment() {}

  /**
   * @param file new; its folder is there
   * @throws BadInput if it is there already, or cannot be written
   */
  public static void write(Path file, ChosenNetwork chosen) {
    if (Files.exists(file)) {
      throw new BadInput(file + ": is there already; name another file for --save");
    }
    if (!file.toString().matches(".*\\.ya?ml")) {
      throw new BadInput(file + ": an experiment file is called .yaml, as in my-table.yaml");
    }
    try {
      Files.writeString(file, text(chosen));
    } catch (IOException e) {
      throw new BadInput(
          "%s: cannot be written (%s); name a folder that there is"
              .formatted(file, FileProblem.reason(e)),
          e);
    }
  }

  private static String text(ChosenNetwork chosen) throws JsonProcessingException {
    ExperimentSettings settings = ExperimentFile.of(chosen.settings(), Optional.empty());
    Map<String, Object> map = new LinkedHashMap<>(settings.toMap(chosen.data().epochs()));
    for (String key : List.of("csv", "images")) {
      // as the person wrote it: the file may go to another machine with its data
      chosen.settings().written(key).ifPresent(said -> map.put(key, said.text()));
    }
    List<String> leftOut =
        chosen.columns().stream()
            .filter(column -> column.use() == ColumnUse.LEFT_OUT)
            .map(ColumnPlan::name)
            .toList();
    if (!leftOut.isEmpty()) {
      map.put("exclude", leftOut);
    }
    List<String> lines = new ArrayList<>();
    lines.add("# " + chosen.data().wording().title() + ". Edit it, and run it:");
    lines.add("#   ./twinprop run FILE");
    chosen.data().table().ifPresent(table -> lines.add("# " + oneLine(table.kind()) + "."));
    chosen
        .columns()
        .forEach(
            column ->
                lines.add(
                    "#   %s: %s; %s"
                        .formatted(
                            oneLine(column.name()), column.use().words(), oneLine(column.why()))));
    lines.add(TextFormats.YAML.writeValueAsString(map));
    return String.join("\n", lines);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ");
  }
}
