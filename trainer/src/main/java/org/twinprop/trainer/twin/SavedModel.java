package org.twinprop.trainer.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
    try {
      AtomicFile.write(file, out -> ModelSerializer.writeModel(plain, out, true));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
