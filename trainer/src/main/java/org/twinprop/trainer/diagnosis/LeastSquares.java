package org.twinprop.trainer.diagnosis;

import java.util.List;

/**
 * The constants c that bring sum_k c_k v_k nearest to s, by the normal equations with one step of
 * refinement. (Golub and Van Loan, Matrix Computations, section 5.3.)
 */
final class LeastSquares {
  private LeastSquares() {}

  /**
   * @return the constants, or null where the vectors do not tell them apart
   */
  static double[] solve(double[] s, List<double[]> vectors) {
    double[] c = step(s, vectors);
    if (c == null) {
      return null;
    }
    double[] rest = s.clone();
    for (int k = 0; k < c.length; k++) {
      subtract(rest, vectors.get(k), c[k]);
    }
    double[] more = step(rest, vectors);
    for (int k = 0; k < c.length; k++) {
      c[k] += more[k];
    }
    return c;
  }

  static void subtract(double[] from, double[] vector, double times) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= times * vector[i];
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] step(double[] s, List<double[]> vectors) {
    int n = vectors.size();
    double[][] a = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = dot(vectors.get(i), vectors.get(j));
      }
      a[i][n] = dot(vectors.get(i), s);
    }
    return eliminate(a, n);
  }

  /** Gauss's elimination of a symmetric positive matrix: no pivoting needed. */
  private static double[] eliminate(double[][] a, int n) {
    for (int i = 0; i < n; i++) {
      double before = a[i][i];
      for (int k = 0; k < i; k++) {
        double factor = a[i][k] / a[k][k];
        for (int j = k; j <= n; j++) {
          a[i][j] -= factor * a[k][j];
        }
      }
      if (!(a[i][i] > 1e-12 * before) || before == 0) {
        return null;
      }
    }
    double[] c = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      c[i] = a[i][n];
      for (int j = i + 1; j < n; j++) {
        c[i] -= a[i][j] * c[j];
      }
      c[i] /= a[i][i];
    }
    return c;
  }
}
