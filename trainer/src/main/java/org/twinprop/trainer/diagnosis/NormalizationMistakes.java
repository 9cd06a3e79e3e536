package org.twinprop.trainer.diagnosis;

import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.normalization.BatchNorm;
import org.twinprop.layers.normalization.LayerNorm;
import org.twinprop.layers.primitives.Layout;

/**
 * What can go wrong in normalisation. With n the normalised numbers, dn = gamma dy, and means over
 * what was normalised together (a feature of the batch, or a row):
 *
 * <pre>
 * dx = 1/s (dn - mean(dn) - n mean(dn n))
 * </pre>
 *
 * mean(dn) comes by the mean, n mean(dn n) by the variance.
 */
final class NormalizationMistakes {
  private NormalizationMistakes() {}

  static List<Mistake> of(Step step, BatchNorm layer) {
    Function<INDArray, INDArray> groups = batch -> features(batch);
    Paths paths = new Paths(step, groups, layer.eps(), true);
    return paths.mistakes(Code.BATCHNORM_NO_MEAN_PATH, Code.BATCHNORM_NO_VARIANCE_PATH);
  }

  static List<Mistake> of(Step step, LayerNorm layer) {
    Paths paths = new Paths(step, Layout::rows, layer.eps(), false);
    return paths.mistakes(Code.LAYERNORM_NO_MEAN_PATH, Code.LAYERNORM_NO_VARIANCE_PATH);
  }

  /** A batch with a row for each feature. */
  private static INDArray features(INDArray batch) {
    if (batch.rank() == 4) {
      INDArray byChannel = Layout.byChannel(batch).dup('c');
      return byChannel.reshape('c', byChannel.size(0), byChannel.length() / byChannel.size(0));
    }
    return Layout.rows(batch).transpose().dup('c');
  }

  /**
   * @param groups turns a batch into a matrix whose rows are normalised
   * @param gammaByRow whether a row has one gamma, or each column its own
   */
  private record Paths(
      Step step, Function<INDArray, INDArray> groups, double eps, boolean gammaByRow) {
    List<Mistake> mistakes(Code noMean, Code noVariance) {
      String name = step.where();
      return List.of(
          Mistake.input(
              noMean,
              name + " took the mean as a constant: the gradient's way through it is missing",
              dy -> dx(dy, false, true, true)),
          Mistake.input(
              noVariance,
              name + " took the variance as a constant: the gradient's way through it is missing",
              dy -> dx(dy, true, false, true)),
          new Mistake(
              List.of(noMean, noVariance),
              Mistake.Reach.INPUT,
              name + " took mean and variance as constants: the ways through both are missing",
              dy -> Passed.down(dx(dy, false, false, true))),
          Mistake.input(
              Code.GAMMA_MISSING,
              name + " left gamma out on the way back",
              dy -> dx(dy, true, true, false)));
    }

    private INDArray dx(INDArray dy, boolean mean, boolean variance, boolean gamma) {
      INDArray x = groups.apply(step.x()).dup('c');
      x.subiColumnVector(x.mean(1));
      INDArray s = Transforms.sqrt(x.mul(x).mean(1).addi(eps), false);
      INDArray n = x.diviColumnVector(s);
      INDArray dn = groups.apply(dy).dup('c');
      if (gamma) {
        scale(dn, step.parameter("gamma"));
      }
      INDArray dx = dn.dup('c');
      if (mean) {
        dx.subiColumnVector(dn.mean(1));
      }
      if (variance) {
        dx.subi(n.mulColumnVector(dn.mul(n).mean(1)));
      }
      return back(dx.diviColumnVector(s), dy);
    }

    private void scale(INDArray dn, INDArray gamma) {
      if (gammaByRow) {
        dn.muliColumnVector(gamma);
      } else {
        dn.muliRowVector(gamma);
      }
    }

    /** The inverse of {@link #groups}. */
    private INDArray back(INDArray matrix, INDArray like) {
      if (!gammaByRow) {
        return matrix.reshape('c', like.shape());
      }
      if (like.rank() == 4) {
        long[] byChannel = {like.size(1), like.size(0), like.size(2), like.size(3)};
        return Layout.byExample(matrix.reshape('c', byChannel)).dup('c');
      }
      return matrix.transpose().dup('c').reshape('c', like.shape());
    }
  }
}
