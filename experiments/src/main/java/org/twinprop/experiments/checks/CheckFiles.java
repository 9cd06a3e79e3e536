package org.twinprop.experiments.checks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.twinprop.data.BadInput;
import org.twinprop.data.check.CheckTruth;
import org.twinprop.data.check.RenderedCheck;
import org.twinprop.data.numpy.AtomicFile;
import org.twinprop.experiments.folder.CsvTable;
import org.twinprop.experiments.folder.FileProblem;
import org.twinprop.experiments.folder.NewFolder;
import org.twinprop.experiments.folder.TextFormats;

/**
 * A folder of checks: {@code check-00001.png} with its truth in {@code check-00001.json}, and all
 * of them in {@code checks.csv}. Every file appears whole or not at all.
 */
public final class CheckFiles {
  private static final String TABLE = "checks.csv";

  private final Path folder;

  /**
   * @param folder new or empty
   * @throws BadInput if it is neither, or cannot be made
   */
  public CheckFiles(Path folder) {
    this.folder = NewFolder.at(folder);
  }

  /** The name of a check's files, without what follows the dot. */
  static String name(int index) {
    return "check-%05d".formatted(index);
  }

  /**
   * Writes one check.
   *
   * @throws BadInput if the folder cannot be written to
   */
  public void write(RenderedCheck check) {
    String name = name(check.truth().index());
    write(
        name + ".png",
        out -> {
          try (MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(check.image(), "png", image);
          }
        });
    write(
        name + ".json",
        out -> {
          String json = TextFormats.JSON.writeValueAsString(check.truth()) + "\n";
          out.write(json.getBytes(StandardCharsets.UTF_8));
        });
  }

  /**
   * Writes the table of those that were made.
   *
   * @throws BadInput if the folder cannot be written to
   */
  public void writeTable(List<CheckTruth> checks) {
    write(
        TABLE,
        out -> {
          CsvTable table = new CsvTable(out, CheckRows.header());
          checks.forEach(check -> table.row(CheckRows.cells(check)));
          table.flush();
        });
  }

  private void write(String file, AtomicFile.Content content) {
    try {
      AtomicFile.write(folder.resolve(file), content);
    } catch (IOException e) {
      throw new BadInput(
          "%s: cannot be written (%s); free some space or name another folder with --out"
              .formatted(folder.resolve(file), FileProblem.reason(e)),
          e);
    }
  }
}
