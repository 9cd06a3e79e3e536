package org.twinprop.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Recognises an image by its pixels, to follow it through the pipeline. */
final class Images {
  private Images() {}

  static String checksum(byte[] pixels) {
    CRC32 crc = new CRC32();
    crc.update(pixels);
    return HexFormat.of().toHexDigits(crc.getValue()) + Arrays.hashCode(pixels);
  }

  /** Of each image in an array of shape [n, channels, height, width], pixels scaled to 0..1. */
  static List<String> checksums(INDArray scaled) {
    float[] values = scaled.ravel().toFloatVector();
    int pixels = values.length / (int) scaled.size(0);
    List<String> checksums = new ArrayList<>();
    for (int first = 0; first < values.length; first += pixels) {
      checksums.add(checksum(bytes(values, first, pixels)));
    }
    return checksums;
  }

  private static byte[] bytes(float[] values, int first, int pixels) {
    byte[] bytes = new byte[pixels];
    for (int i = 0; i < pixels; i++) {
      bytes[i] = (byte) Math.round(values[first + i] * 255);
    }
    return bytes;
  }

  static String checksum(Examples examples, int row) {
    long[] shape = examples.inputShape();
    try (INDArray image = Nd4j.create(DataType.FLOAT, 1, shape[0], shape[1], shape[2])) {
      examples.inputs(new int[] {row}, image);
      return checksums(image).get(0);
    }
  }
}
