package org.twinprop.data.reading;

import java.util.List;

/** Says which digit an image shows. */
@FunctionalInterface
public interface DigitClassifier {
  /**
   * @param images each 28 x 28 bytes as {@link DigitNormalisation} makes them
   * @return for each image ten probabilities, of the digits 0 to 9; they sum to less than 1 where
   *     it may show none of them
   */
  List<double[]> probabilities(List<byte[]> images);

  /** Whether it has learned what is no digit, so that a dollar sign can be told from one. */
  default boolean knowsOthers() {
    return false;
  }
}
