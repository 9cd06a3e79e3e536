package org.twinprop.layers.pooling;

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

  /** A buffer for what the window sees, which lies in memory position by position. */
  static Seen seen(Window window, INDArray x, Cache cache) {
    long height = window.outputHeight(x.size(2));
    long width = window.outputWidth(x.size(3));
    INDArray buffer = cache.buffer("seen", window.area(), x.size(1), x.size(0), height, width);
    return cache.bound("seen", buffer, Seen::of);
  }
}
