package org.twinprop.data;

import java.util.Arrays;
import java.util.HexFormat;
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

  /** Of an image whose pixels were scaled to 0..1. */
  static String checksum(INDArray scaled) {
    double[] values = scaled.ravel().toDoubleVector();
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(values[i] * 255);
    }
    return checksum(pixels);
  }

  static String checksum(Examples examples, int row) {
    long[] shape = examples.inputShape();
    try (INDArray image = Nd4j.create(DataType.FLOAT, 1, shape[0], shape[1], shape[2])) {
      examples.inputs(new int[] {row}, image);
      return checksum(image);
    }
  }
}
