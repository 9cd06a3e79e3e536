package org.twinprop.layers.pooling;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Cache;
import org.twinprop.layers.primitives.Patches;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.primitives.Window.Pair;
import org.twinprop.layers.text.Arguments;
import org.twinprop.layers.text.LayerKind;

/** What all pooling layers share: their window, and the buffer for what it sees. */
final class Pooling {
  private Pooling() {}

  /**
   * The window of a kernel, a stride that is the kernel where it is not given, and padding.
   *
   * @throws IllegalArgumentException if a window could lie in the padding alone, where it would see
   *     nothing to pool
   */
  static Window window(Arguments arguments) {
    Pair kernel = arguments.pair("kernel", 1);
    Pair stride = arguments.pair("stride", 1, kernel);
    Pair pad = arguments.pair("pad", 0);
    if (pad.vertical() >= kernel.vertical() || pad.horizontal() >= kernel.horizontal()) {
      throw new IllegalArgumentException(
          "pad=%s must be smaller than the kernel %s, else a window sees padding alone"
              .formatted(pad, kernel));
    }
    return new Window(kernel, stride, pad, new Pair(1, 1));
  }

  /** As the network text writes it: the stride where it is not the kernel. */
  static String text(LayerKind kind, Window window) {
    boolean apart = !window.stride().equals(window.kernel());
    return kind.text(window.kernel(), apart ? window.stride() : null, window.pad());
  }

  /** The patches of x under the window, made once for an array that comes again. */
  static Patches patches(Window window, INDArray x, Cache cache) {
    return cache.bound("patches", x, images -> cache.primitives().patches(images, window));
  }

  /** A buffer for what the window sees, which lies in memory position by position. */
  static Seen seen(Window window, INDArray x, Cache cache) {
    long height = window.outputHeight(x.size(2));
    long width = window.outputWidth(x.size(3));
    INDArray buffer = cache.buffer("seen", window.area(), x.size(1), x.size(0), height, width);
    return cache.bound("seen", buffer, Seen::of);
  }
}
