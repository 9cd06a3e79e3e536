package org.twinprop.trainer.regression;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Least squares by Hipparchus: the solution by a QR decomposition, and how curved the loss is,
 * which says how large steps downhill may be.
 *
 * @param coefficients the intercept, then one for each feature
 * @param flattest the smallest curvature of the mean squared error in any direction
 * @param steepest the largest
 */
record ClosedForm(double[] coefficients, double flattest, double steepest) {

  /** The exact solution for a design. */
  static ClosedForm of(DesignMatrix design) {
    OLSMultipleLinearRegression squares = new OLSMultipleLinearRegression();
    squares.newSampleData(design.targets(), design.rows());
    RealMatrix x = new Array2DRowRealMatrix(design.rows(), false);
    RealMatrix gram = x.transposeMultiply(x).scalarMultiply(1.0 / design.rows().length);
    double[] eigenvalues = new EigenDecompositionSymmetric(gram).getEigenvalues();
    // the second derivative of the squared error is 2; the intercept's column of ones has the
    // eigenvalue 1, as the other columns have the mean 0
    return new ClosedForm(
        squares.estimateRegressionParameters(),
        2 * Math.min(1, Arrays.stream(eigenvalues).min().orElse(1)),
        2 * Math.max(1, Arrays.stream(eigenvalues).max().orElse(1)));
  }

  /**
   * About how many steps a descent takes that has the momentum of {@link #momentum}: each takes the
   * share {@code sqrt(flattest / steepest)} off what is left (Nesterov, Lectures on Convex
   * Optimization, 2018, theorem 2.2.3).
   */
  double steps() {
    return -Math.log(Descent.FLAT) * Math.sqrt(steepest / Math.max(0, flattest));
  }

  /** The step that the steepest direction allows. */
  double learningRate() {
    return 1 / steepest;
  }

  /**
   * The momentum that is fastest for such curvatures (Nesterov, Lectures on Convex Optimization,
   * 2018, section 2.2.1).
   */
  double momentum() {
    double ratio = Math.sqrt(flattest / steepest);
    return (1 - ratio) / (1 + ratio);
  }
}
