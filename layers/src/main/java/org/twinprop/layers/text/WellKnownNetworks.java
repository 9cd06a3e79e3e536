package org.twinprop.layers.text;

/** Texts of networks for the ten digits in images of 28 x 28, by the names they go by. */
public final class WellKnownNetworks {
  /**
   * Two convolutions and two dense layers, after LeNet-5 (LeCun, Bottou, Bengio and Haffner,
   * Gradient-based learning applied to document recognition, 1998, section II.B), with maximum
   * pooling and rectified units as of today.
   */
  public static final String LENET =
      "conv(20,5) relu maxpool(2) conv(50,5) relu maxpool(2) flatten dense(500) relu dense(10)"
          + " | softmax-xent";

  /** A perceptron with one hidden layer. */
  public static final String MLP = "flatten dense(256) relu dense(10) | softmax-xent";

  private WellKnownNetworks() {}
}
