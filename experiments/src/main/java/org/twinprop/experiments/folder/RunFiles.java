package org.twinprop.experiments.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twinprop.data.numpy.AtomicFile;

/**
 * How files come into a run folder: tables that grow row by row, and files that appear complete or
 * not at all. Every method throws {@link org.twinprop.data.BadInput} if the file cannot be written.
 */
final class RunFiles implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(RunFiles.class);

  private final Path folder;
  private final Map<String, CsvTable> growing = new HashMap<>();

  RunFiles(Path folder) {
    this.folder = folder;
  }

  /** Adds rows to a table, begun with its header by the first call; others can read them now. */
  void append(String file, List<String> header, Consumer<CsvTable> rows) {
    try {
      CsvTable table = growing.computeIfAbsent(file, name -> begun(name, header));
      rows.accept(table);
      table.flush();
    } catch (UncheckedIOException e) {
      throw NewFolder.unwritable(folder.resolve(file), e.getCause());
    }
  }

  private CsvTable begun(String file, List<String> header) {
    try {
      return new CsvTable(Files.newOutputStream(folder.resolve(file)), header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a table at once. */
  void table(String file, List<String> header, Consumer<CsvTable> rows) {
    whole(
        file,
        out -> {
          CsvTable table = new CsvTable(out, header);
          rows.accept(table);
          table.flush();
        });
  }

  /** Writes a file at once. */
  void whole(String file, AtomicFile.Content content) {
    try {
      AtomicFile.write(folder.resolve(file), content);
      LOGGER.info("Wrote {}", file);
    } catch (UncheckedIOException e) {
      throw NewFolder.unwritable(folder.resolve(file), e.getCause());
    } catch (IOException e) {
      throw NewFolder.unwritable(folder.resolve(file), e);
    }
  }

  /** Ends the growing tables. */
  @Override
  public void close() {
    growing.values().forEach(CsvTable::close);
  }
}
