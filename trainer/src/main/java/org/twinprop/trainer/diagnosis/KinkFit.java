package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Looks for a choice at the kinks that gives exactly what the student has: least squares over the
 * weights of all branches, which stay at 0 or more and sum to 1 at every kink. The gradients are
 * linear in the weights of each kink, so Gauss and Newton's steps are exact but for products of
 * kinks on one way; each step's quadratic is minimised pair by pair of branches, as in sequential
 * minimal optimisation (Platt 1998).
 *
 * <p>What it returns is a proof: the gradients of that very choice are the student's to rounding.
 */
final class KinkFit {
  private static final int ROUNDS = 6;
  private static final int SWEEPS = 3000;
  private static final double STALLED = 0.5;
  private static final double SETTLED = 1e-14;
  private static final double[] USUAL = {0, 1.0 / 4, 1.0 / 3, 1.0 / 2, 2.0 / 3, 3.0 / 4, 1};

  private final Kinks kinks;
  private final Map<String, TensorFits> fits;

  /**
   * @param fits the student's tensors that are to be explained
   */
  KinkFit(Kinks kinks, Map<String, TensorFits> fits) {
    this.kinks = kinks;
    this.fits = fits;
  }

  /** The weights of the branches at every kink; null if no choice was found. */
  List<double[]> weights() {
    List<double[]> weights = new ArrayList<>(kinks.ours());
    double before = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double left = improve(weights);
      if (left > STALLED * before) {
        return null;
      }
      before = left;
      List<double[]> usual = weights.stream().map(KinkFit::usual).toList();
      if (explains(usual)) {
        return usual;
      }
      if (explains(weights)) {
        return weights;
      }
    }
    return null;
  }

  private boolean explains(List<double[]> weights) {
    Map<String, double[]> gradients = kinks.gradients(weights);
    return fits.entrySet().stream()
        .allMatch(e -> e.getValue().matches(e.getValue().plain(gradients.get(e.getKey()))));
  }

  /** The nearest of the weights that people choose. */
  private static double[] usual(double[] weights) {
    double[] usual = weights.clone();
    double sum = 0;
    for (int k = 0; k < usual.length; k++) {
      for (double candidate : USUAL) {
        usual[k] = Math.abs(weights[k] - candidate) < 1e-3 ? candidate : usual[k];
      }
      sum += usual[k];
    }
    return Math.abs(sum - 1) < 1e-12 ? usual : weights;
  }

  /** Whether the weights are such as people choose. */
  static boolean isUsual(double[] weights) {
    return Arrays.stream(weights)
        .allMatch(w -> Arrays.stream(USUAL).anyMatch(candidate -> candidate == w));
  }

  /** One step of Gauss and Newton; returns how much was to be explained. */
  private double improve(List<double[]> weights) {
    Map<String, double[]> gradients = kinks.gradients(weights);
    double[] rest = stacked(gradients, true);
    double[] present = stacked(gradients, false);
    List<double[][]> columns = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      columns.add(columns(i, weights, present));
    }
    new Descent(weights, columns, rest).run();
    return LeastSquares.dot(rest, rest);
  }

  /** What each branch of a kink alone gives, less what the present weights give. */
  private double[][] columns(int i, List<double[]> weights, double[] present) {
    Kink kink = kinks.all().get(i);
    List<double[]> changed = new ArrayList<>(weights);
    double[][] columns = new double[kink.branches()][];
    for (int k = 0; k < columns.length; k++) {
      changed.set(i, kink.only(k));
      columns[k] =
          weights.get(i)[k] == 1
              ? new double[present.length]
              : TensorFits.sum(stacked(kinks.gradients(changed), false), 1, present, -1);
    }
    return columns;
  }

  /** All tensors one after the other, each of size about 1; or what is left of the student's. */
  private double[] stacked(Map<String, double[]> gradients, boolean rest) {
    int length = fits.values().stream().mapToInt(fit -> fit.student().length).sum();
    double[] stacked = new double[length];
    int at = 0;
    for (Map.Entry<String, TensorFits> entry : fits.entrySet()) {
      double[] student = entry.getValue().student();
      double[] ours = gradients.get(entry.getKey());
      double[] values = rest ? TensorFits.sum(student, 1, entry.getValue().plain(ours), -1) : ours;
      double size = Entries.largest(student);
      for (double value : values) {
        stacked[at++] = size == 0 ? value : value / size;
      }
    }
    return stacked;
  }

  /** Minimises |rest - columns . change of weights|. */
  private static final class Descent {
    private final List<double[]> weights;
    private final int[] first;
    private final double[][] products;
    private final double[] slopes;

    Descent(List<double[]> weights, List<double[][]> columns, double[] rest) {
      this.weights = weights;
      first = new int[weights.size() + 1];
      List<double[]> all = new ArrayList<>();
      for (int i = 0; i < weights.size(); i++) {
        first[i] = all.size();
        all.addAll(List.of(columns.get(i)));
      }
      products = new double[all.size()][all.size()];
      slopes = new double[all.size()];
      for (int a = 0; a < all.size(); a++) {
        slopes[a] = LeastSquares.dot(all.get(a), rest);
        for (int b = 0; b <= a; b++) {
          products[a][b] = LeastSquares.dot(all.get(a), all.get(b));
          products[b][a] = products[a][b];
        }
      }
    }

    void run() {
      double moved = 1;
      for (int sweep = 0; sweep < SWEEPS && moved > SETTLED; sweep++) {
        moved = 0;
        for (int i = 0; i < weights.size(); i++) {
          double[] own = weights.get(i).clone();
          for (int a = 0; a < own.length; a++) {
            for (int b = 0; b < a; b++) {
              moved = Math.max(moved, move(own, first[i], a, b));
            }
          }
          weights.set(i, own);
        }
      }
    }

    /** Moves weight from branch a to branch b, or back, as far as that helps. */
    private double move(double[] own, int first, int a, int b) {
      double[] ofA = products[first + a];
      double[] ofB = products[first + b];
      double curvature = ofA[first + a] + ofB[first + b] - 2 * ofA[first + b];
      if (!(curvature > 0)) {
        return 0;
      }
      double step = (slopes[first + b] - slopes[first + a]) / curvature;
      step = Math.max(-own[b], Math.min(own[a], step));
      own[a] -= step;
      own[b] += step;
      for (int k = 0; k < slopes.length; k++) {
        slopes[k] -= step * (ofB[k] - ofA[k]);
      }
      return Math.abs(step);
    }
  }
}
