package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The closed set of operations that carry the weight of training. Layers are written as formulas on
 * top of them; another implementation can make them faster without touching a formula.
 */
public interface Primitives {
  /** The fastest that run here; {@code -Dtwinprop.primitives=nd4j} takes ND4J's alone. */
  static Primitives ofThisMachine() {
    boolean plain = "nd4j".equals(System.getProperty("twinprop.primitives"));
    return !plain && HostPrimitives.available() ? new HostPrimitives() : new Nd4jPrimitives();
  }

  /** out = a b, for matrices. */
  void times(INDArray a, INDArray b, INDArray out);

  /** out = aᵀ b, for matrices. */
  void transposeTimes(INDArray a, INDArray b, INDArray out);

  /** out = a bᵀ, for matrices. */
  void timesTranspose(INDArray a, INDArray b, INDArray out);

  /** Adds the vector b to every row of y. */
  void addToRows(INDArray y, INDArray b);

  /** Adds the j-th entry of b to every entry of the j-th row of y. */
  void addToColumns(INDArray y, INDArray b);

  /** out_j = sum over i of y_ij: the sum of the rows of a matrix. */
  void sumOfRows(INDArray y, INDArray out);

  /** out_i = sum over j of y_ij: the sum of the columns of a matrix. */
  void sumOfColumns(INDArray y, INDArray out);

  /** out_i = the largest y_ij over j: the largest entry of each row of a matrix. */
  void maxOfColumns(INDArray y, INDArray out);

  /** y = max(0, x), entry by entry. */
  void relu(INDArray x, INDArray y);

  /** dx = dy where y > 0, else 0. */
  void reluGradient(INDArray y, INDArray dy, INDArray dx);

  /**
   * Row by row p = softmax(z), and losses = the cross-entropy of p, - sum_k y_k log p_k.
   *
   * @param z [rows, classes]
   * @param y [rows, classes]
   * @param p [rows, classes], overwritten
   * @param losses [rows], overwritten
   */
  void softmaxCrossEntropy(INDArray z, INDArray y, INDArray p, INDArray losses);

  /** out = a - b, entry by entry, for matrices; out may be a. */
  void minus(INDArray a, INDArray b, INDArray out);

  /** Multiplies every row of y by its entry of the vector w. */
  void scaleRows(INDArray y, INDArray w);

  /** The sum over i of a_i b_i, for vectors. */
  double dot(INDArray a, INDArray b);

  /** to = from, entry by entry. */
  void copy(INDArray from, INDArray to);

  /**
   * m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, theta = theta - rate m / (sqrt(v) +
   * floor). What m and v hold below 1e-30 or so may become 0.
   */
  void adam(INDArray theta, INDArray g, INDArray m, INDArray v, AdamStep step);

  /** Products with the patches of a batch of images; made once for arrays that come again. */
  PatchProducts patchProducts(INDArray images, Window window);

  /** The largest entries under a window; made once for arrays that come again. */
  WindowMaxima maxima(INDArray images, Window window);

  /** The patches of a batch of images under a window; made once for arrays that come again. */
  Patches patches(INDArray images, Window window);
}
