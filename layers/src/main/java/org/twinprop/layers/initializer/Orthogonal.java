package org.twinprop.layers.initializer;

import java.util.random.RandomGenerator;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.text.Kind;

/**
 * Orthogonal: a random matrix that changes no length, so that signals neither grow nor shrink
 * however many such layers follow each other.
 *
 * <pre>
 * The weights as a matrix M, first size by all others. Its shorter side's vectors q_1, q_2, ... are
 * normal draws made orthonormal by Gram and Schmidt:
 *     v = g_i - sum_(j&lt;i) (g_i . q_j) q_j        q_i = gain v / |v|
 * The projection is taken off twice, since once leaves rounding errors behind.
 * </pre>
 *
 * <p>Source: Saxe, McClelland, Ganguli, Exact solutions to the nonlinear dynamics of learning in
 * deep linear neural networks (2014), section 3; twice is enough: Giraud and others (2005).
 *
 * @param gain the length that every vector gets
 */
public record Orthogonal(double gain) implements Initializer {
  public static final Kind<Initializer> KIND =
      Kind.of("orthogonal(gain=1)", a -> new Orthogonal(a.number("gain")));

  @Override
  public double[] draw(Parameter weight, RandomGenerator random) {
    int rows = Math.toIntExact(weight.shape().size(0));
    int columns = Math.toIntExact(weight.shape().length() / rows);
    double[][] q = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
    double[] values = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        values[i * columns + j] = gain * (rows <= columns ? q[i][j] : q[j][i]);
      }
    }
    return values;
  }

  private static double[][] orthonormal(int count, int length, RandomGenerator random) {
    double[][] q = new double[count][length];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < length; k++) {
        q[i][k] = random.nextGaussian();
      }
      for (int j = 0; j < 2 * i; j++) {
        add(q[i], -dot(q[i], q[j % i]), q[j % i]);
      }
      add(q[i], 1 / Math.sqrt(dot(q[i], q[i])) - 1, q[i]);
    }
    return q;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static void add(double[] to, double times, double[] what) {
    for (int k = 0; k < to.length; k++) {
      to[k] += times * what[k];
    }
  }
}
