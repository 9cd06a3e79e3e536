package org.twinprop.layers.updater;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The vectors that an updater remembers between steps, and room to compute in. */
public final class UpdaterState implements AutoCloseable {
  private final Map<String, INDArray> vectors = new LinkedHashMap<>();
  private final INDArray scratch;

  /**
   * @param updater whose vectors to make, all zero
   * @param theta the parameters: their number and type
   */
  public UpdaterState(Updater updater, INDArray theta) {
    updater
        .state()
        .forEach(name -> vectors.put(name, Nd4j.zeros(theta.dataType(), theta.length())));
    scratch = Nd4j.zeros(theta.dataType(), theta.length());
  }

  /** The vector of this name. */
  public INDArray vector(String name) {
    return vectors.get(name);
  }

  /** All vectors by name, to be saved and restored. */
  public Map<String, INDArray> vectors() {
    return vectors;
  }

  /** A vector whose contents mean nothing between steps. */
  public INDArray scratch() {
    return scratch;
  }

  @Override
  public void close() {
    vectors.values().forEach(INDArray::close);
    scratch.close();
  }
}
