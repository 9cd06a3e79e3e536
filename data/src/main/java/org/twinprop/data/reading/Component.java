package org.twinprop.data.reading;

import boofcv.alg.filter.binary.BinaryImageOps;
import boofcv.struct.ConnectRule;
import boofcv.struct.image.GrayS32;
import boofcv.struct.image.GrayU8;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inked pixels that hang together, or a part of them.
 *
 * @param box around them
 * @param pixels their positions in the image, row by row
 */
record Component(Box box, int[] pixels) {
  static Component of(int[] pixels, int imageWidth) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    for (int pixel : pixels) {
      left = Math.min(left, pixel % imageWidth);
      right = Math.max(right, pixel % imageWidth + 1);
      top = Math.min(top, pixel / imageWidth);
      bottom = Math.max(bottom, pixel / imageWidth + 1);
    }
    return new Component(new Box(left, top, right, bottom), pixels);
  }

  int area() {
    return pixels.length;
  }

  /** The parts of some pixels that hang together. */
  static List<Component> parts(int[] pixels, int imageWidth, int imageHeight) {
    GrayU8 mask = new GrayU8(imageWidth, imageHeight);
    for (int pixel : pixels) {
      mask.data[pixel] = 1;
    }
    return all(mask);
  }

  /** All of a binary image; pixels that touch at a corner hang together. */
  static List<Component> all(GrayU8 mask) {
    GrayS32 labels = new GrayS32(mask.width, mask.height);
    int count = BinaryImageOps.contour(mask, ConnectRule.EIGHT, labels).size();
    List<IntStream.Builder> pixels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pixels.add(IntStream.builder());
    }
    for (int i = 0; i < labels.data.length; i++) {
      if (labels.data[i] > 0) {
        pixels.get(labels.data[i] - 1).add(i);
      }
    }
    return pixels.stream().map(builder -> of(builder.build().toArray(), mask.width)).toList();
  }
}
