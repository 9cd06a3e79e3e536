package org.twinprop.layers.primitives;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.IdentityHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;

/**
 * Patches by strided views: for each position of the window one view of the (padded) images, and
 * one copy of it. Views are made once; a step is a few large copies.
 */
final class ViewPatches implements Patches {
  private final INDArray images;
  private final Window window;
  private final INDArray padded;
  private final INDArray interior;
  private final INDArray[] seen;
  private final Map<INDArray, INDArray[]> columnViews = new IdentityHashMap<>();
  private final long outputHeight;
  private final long outputWidth;
  private double border;
  private INDArray frames;
  private INDArray[] frameViews;
  private INDArray frameSum;
  private INDArray ones;

  ViewPatches(INDArray images, Window window) {
    this.images = Layout.byChannel(images);
    this.window = window;
    outputHeight = window.outputHeight(images.size(2));
    outputWidth = window.outputWidth(images.size(3));
    boolean pads = window.pad().vertical() > 0 || window.pad().horizontal() > 0;
    padded = pads ? Nd4j.create(images.dataType(), paddedShape(), 'c') : this.images;
    interior = pads ? interior(padded) : null;
    seen = views(padded);
  }

  @Override
  public void gather(INDArray columns, double padding) {
    if (interior != null) {
      if (padding != border) {
        padded.assign(padding);
        border = padding;
      }
      interior.assign(images);
    }
    INDArray[] into = columnViews(columns);
    for (int o = 0; o < seen.length; o++) {
      into[o].assign(seen[o]);
    }
  }

  /**
   * Adding into overlapping views is slow, so every position of the window gets a frame of its own,
   * zero but for the places that the window saw; the sum of the frames is a product with ones.
   */
  @Override
  public void scatter(INDArray columns, INDArray result) {
    if (frames == null) {
      makeFrames();
    }
    INDArray[] from = columnViews(columns);
    for (int o = 0; o < from.length; o++) {
      frameViews[o].assign(from[o]);
    }
    Nd4j.gemm(
        ones, frames.reshape('c', seen.length, entriesOfOneFrame()), frameSum, false, false, 1, 0);
    INDArray sum = frameSum.reshape('c', paddedShape());
    Layout.byChannel(result).assign(interior == null ? sum : interior(sum));
  }

  @Override
  public void close() {
    for (INDArray owned :
        new INDArray[] {interior == null ? null : padded, frames, frameSum, ones}) {
      if (owned != null && owned.closeable()) {
        owned.close();
      }
    }
  }

  private long entriesOfOneFrame() {
    return frames.length() / seen.length;
  }

  private void makeFrames() {
    long[] s = paddedShape();
    frames = Nd4j.create(images.dataType(), new long[] {seen.length, s[0], s[1], s[2], s[3]}, 'c');
    frameSum = Nd4j.create(images.dataType(), new long[] {1, s[0] * s[1] * s[2] * s[3]}, 'c');
    ones = Nd4j.ones(images.dataType(), 1, seen.length);
    frameViews = new INDArray[seen.length];
    for (int o = 0; o < seen.length; o++) {
      frameViews[o] = view(frames.get(point(o), all(), all(), all(), all()), o);
    }
  }

  private INDArray[] columnViews(INDArray columns) {
    return columnViews.computeIfAbsent(
        columns,
        key -> {
          INDArray[] views = new INDArray[seen.length];
          for (int o = 0; o < views.length; o++) {
            views[o] = columns.get(all(), point(o), all(), all(), all());
          }
          return views;
        });
  }

  private INDArray[] views(INDArray source) {
    INDArray[] views = new INDArray[window.area()];
    for (int o = 0; o < views.length; o++) {
      views[o] = view(source, o);
    }
    return views;
  }

  /** What position o of the window sees of [channels, examples, height, width]. */
  private INDArray view(INDArray source, int o) {
    long top = (long) (o / window.kernel().horizontal()) * window.dilation().vertical();
    long left = (long) (o % window.kernel().horizontal()) * window.dilation().horizontal();
    return source.get(
        all(),
        all(),
        every(window.stride().vertical(), top, outputHeight),
        every(window.stride().horizontal(), left, outputWidth));
  }

  /** Places from {@code first} on, {@code count} of them, {@code stride} apart. */
  private static INDArrayIndex every(int stride, long first, long count) {
    // ND4J stretches a strided interval over one place to more than one
    return count == 1
        ? interval(first, first + 1)
        : interval(first, stride, first + (count - 1) * stride + 1);
  }

  private INDArray interior(INDArray source) {
    long top = window.pad().vertical();
    long left = window.pad().horizontal();
    return source.get(
        all(), all(), interval(top, top + images.size(2)), interval(left, left + images.size(3)));
  }

  private long[] paddedShape() {
    return new long[] {
      images.size(0),
      images.size(1),
      images.size(2) + 2L * window.pad().vertical(),
      images.size(3) + 2L * window.pad().horizontal()
    };
  }
}
