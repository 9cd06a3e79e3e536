package org.twinprop.layers.updater;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Primitives;

/** The vectors that an updater remembers between steps, and room to compute in. */
public final class UpdaterState implements AutoCloseable {
  private final Map<String, INDArray> vectors = new LinkedHashMap<>();
  private final Map<String, INDArray> scratches = new LinkedHashMap<>();
  private final Primitives primitives = Primitives.ofThisMachine();
  private final DataType type;
  private final long length;

  /**
   * @param updater whose vectors to make, all zero
   * @param theta the parameters: their number and type
   */
  public UpdaterState(Updater updater, INDArray theta) {
    type = theta.dataType();
    length = theta.length();
    updater.state().forEach(name -> vectors.put(name, zeros()));
  }

  /** The vector of this name. */
  public INDArray vector(String name) {
    return vectors.get(name);
  }

  /** What steps are computed with. */
  public Primitives primitives() {
    return primitives;
  }

  /** All vectors by name, to be saved and restored. */
  public Map<String, INDArray> vectors() {
    return vectors;
  }

  /** A vector whose contents mean nothing between steps. */
  public INDArray scratch() {
    return scratch("step");
  }

  /** The same, where a step needs several at once: each name has its own, made on first use. */
  public INDArray scratch(String name) {
    return scratches.computeIfAbsent(name, first -> zeros());
  }

  private INDArray zeros() {
    return Nd4j.zeros(type, length);
  }

  @Override
  public void close() {
    vectors.values().forEach(INDArray::close);
    scratches.values().forEach(INDArray::close);
  }
}
