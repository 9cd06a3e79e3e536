package org.twinprop.layers.pooling;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.primitives.Window.Pair;

/** What all pooling layers share: their window, and the buffer for what it sees. */
final class Pooling {
  private Pooling() {}

  /**
   * @throws IllegalArgumentException if a window could lie in the padding alone, where it would see
   *     nothing to pool
   */
  static Window window(Pair kernel, Pair stride, Pair pad) {
    if (pad.vertical() >= kernel.vertical() || pad.horizontal() >= kernel.horizontal()) {
      throw new IllegalArgumentException(
          "pad=%s must be smaller than the kernel %s, else a window sees padding alone"
              .formatted(pad, kernel));
    }
    return new Window(kernel, stride, pad, new Pair(1, 1));
  }

  /** A buffer for what the window sees: [C, positions, N, H', W']. */
  static INDArray columns(String name, Window window, INDArray x, Cache cache) {
    return cache.buffer(
        name,
        x.size(1),
        window.area(),
        x.size(0),
        window.outputHeight(x.size(2)),
        window.outputWidth(x.size(3)));
  }

  /** One view for each position of the window: [C, N, H', W']. */
  static INDArray[] positions(INDArray seen, Cache cache) {
    return cache.bound("positions", seen, Pooling::views);
  }

  private static INDArray[] views(INDArray seen) {
    INDArray[] views = new INDArray[Math.toIntExact(seen.size(1))];
    for (int o = 0; o < views.length; o++) {
      views[o] = seen.get(all(), point(o), all(), all(), all());
    }
    return views;
  }
}
