package org.twinprop.trainer.twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.numpy.AtomicFile;

/**
 * A DL4J model file. It holds no class of this project: any program with DL4J opens it with {@code
 * ModelSerializer.restoreComputationGraph}.
 */
final class SavedModel {
  /** That an archive can say. */
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private SavedModel() {}

  /**
   * @param configuration without our classes
   * @param graph whose updater state to save
   * @param vector its parameters and running statistics; null if it has none
   */
  static void write(
      ComputationGraphConfiguration configuration,
      ComputationGraph graph,
      INDArray vector,
      Path file)
      throws IOException {
    configuration.setIterationCount(graph.getIterationCount());
    ComputationGraph plain = new ComputationGraph(configuration);
    plain.init(vector, true);
    INDArray state = graph.getUpdater(true).getStateViewArray();
    if (state != null) {
      plain.getUpdater(true).getStateViewArray().assign(state);
    }
    Path timed = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      ModelSerializer.writeModel(plain, timed.toFile(), true);
      AtomicFile.write(file, out -> copyWithoutTimes(timed, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(timed);
    }
  }

  /** DL4J notes in each entry when it was written; the same network is to make the same bytes. */
  private static void copyWithoutTimes(Path archive, OutputStream out) throws IOException {
    try (ZipFile from = new ZipFile(archive.toFile())) {
      ZipOutputStream to = new ZipOutputStream(out);
      for (ZipEntry entry : Collections.list(from.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(EARLIEST);
        to.putNextEntry(copy);
        try (InputStream content = from.getInputStream(entry)) {
          content.transferTo(to);
        }
        to.closeEntry();
      }
      to.finish();
    }
  }
}
