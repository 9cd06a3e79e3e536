package org.twinprop.layers.primitives;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.Max;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Maxima as they are defined: over all that the window sees, position by position. */
final class SeenMaxima implements WindowMaxima {
  private final Patches patches;
  private final INDArray seen;
  private final INDArray columns;
  private final INDArray[] positions;
  private final INDArray largest;
  private final INDArray unclaimed;
  private final INDArray share;

  SeenMaxima(INDArray images, Window window, Primitives primitives) {
    patches = primitives.patches(images, window);
    long[] shape = {
      images.size(1),
      images.size(0),
      window.outputHeight(images.size(2)),
      window.outputWidth(images.size(3))
    };
    seen =
        Nd4j.create(
            images.dataType(),
            new long[] {window.area(), shape[0], shape[1], shape[2], shape[3]},
            'c');
    columns = seen.permute(1, 0, 2, 3, 4);
    positions = new INDArray[window.area()];
    for (int o = 0; o < positions.length; o++) {
      positions[o] = seen.get(point(o), all(), all(), all(), all());
    }
    largest = Nd4j.create(images.dataType(), shape, 'c');
    unclaimed = Nd4j.create(images.dataType(), shape, 'c');
    share = Nd4j.create(images.dataType(), shape, 'c');
  }

  @Override
  public void take(INDArray y) {
    patches.gather(columns, Double.NEGATIVE_INFINITY);
    largest.assign(positions[0]);
    for (int o = 1; o < positions.length; o++) {
      Nd4j.exec(new Max(largest, positions[o], largest));
    }
    Layout.byChannel(y).assign(largest);
  }

  /** Turns every seen entry into its share of dy: all of it for the first winner, else nothing. */
  @Override
  public void giveBack(INDArray dy, INDArray dx) {
    unclaimed.assign(Layout.byChannel(dy));
    for (INDArray entry : positions) {
      share.assign(entry).subi(largest);
      Transforms.sign(share, false).addi(1); // 1 where the entry is the maximum, else 0
      share.muli(unclaimed);
      unclaimed.subi(share);
      entry.assign(share);
    }
    patches.scatter(columns, dx);
  }

  @Override
  public void close() {
    patches.close();
    for (INDArray owned : new INDArray[] {seen, largest, unclaimed, share}) {
      owned.close();
    }
  }
}
