package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Products with patches as they are defined: all patches are gathered, then multiplied. */
final class GatheredProducts implements PatchProducts {
  private final Primitives primitives;
  private final Patches patches;
  private final INDArray columns;
  private final INDArray col;
  private INDArray dcolumns;

  GatheredProducts(INDArray images, Window window, Primitives primitives) {
    this.primitives = primitives;
    patches = primitives.patches(images, window);
    columns =
        Nd4j.create(
            images.dataType(),
            new long[] {
              images.size(1),
              window.area(),
              images.size(0),
              window.outputHeight(images.size(2)),
              window.outputWidth(images.size(3))
            },
            'c');
    col = matrix(columns);
  }

  @Override
  public boolean byChannel() {
    return true;
  }

  @Override
  public void times(INDArray W, INDArray b, INDArray y) {
    patches.gather(columns, 0);
    primitives.times(kernels(W), col, channels(y));
    if (b != null) {
      primitives.addToColumns(channels(y), b);
    }
  }

  @Override
  public void gradients(INDArray dy, INDArray dW, INDArray db) {
    primitives.timesTranspose(channels(dy), col, kernels(dW));
    if (db != null) {
      primitives.sumOfColumns(channels(dy), db);
    }
  }

  @Override
  public void transposeTimes(INDArray W, INDArray dy, INDArray dx) {
    if (dcolumns == null) {
      dcolumns = Nd4j.create(columns.dataType(), columns.shape(), 'c');
    }
    primitives.transposeTimes(kernels(W), channels(dy), matrix(dcolumns));
    patches.scatter(dcolumns, dx);
  }

  @Override
  public void close() {
    patches.close();
    columns.close();
    if (dcolumns != null) {
      dcolumns.close();
    }
  }

  /** [C kh kw, N H' W']. */
  private static INDArray matrix(INDArray columns) {
    long rows = columns.size(0) * columns.size(1);
    return columns.reshape('c', rows, columns.length() / rows);
  }

  /** W as a matrix, [K, C kh kw]. */
  private static INDArray kernels(INDArray W) {
    return W.reshape('c', W.size(0), W.length() / W.size(0));
  }

  /** Images as a matrix with a row for each channel, [K, N H' W']. */
  private static INDArray channels(INDArray images) {
    INDArray byChannel = Layout.byChannel(images);
    return byChannel.reshape('c', byChannel.size(0), byChannel.length() / byChannel.size(0));
  }
}
