package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.twinprop.layers.text.Kind;

/**
 * AMSGrad: Adam that divides by the largest mean square so far, so that steps never grow again.
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g          v = beta2 v + (1 - beta2) g^2
 * w = max(w, v)
 * theta = theta - lr m' / (sqrt(w') + epsilon),    m' = m / (1 - beta1^t),  w' = w / (1 - beta2^t)
 * </pre>
 *
 * <p>Source: Reddi, Kale, Kumar, On the Convergence of Adam and Beyond (2018), algorithm 2, with
 * Adam's correction of the bias, as in PyTorch.
 *
 * @param beta1 the share of the mean that remains, at least 0 and below 1
 * @param beta2 the share of the mean square that remains, at least 0 and below 1
 * @param epsilon keeps the division finite, at least 0
 */
public record AmsGrad(double beta1, double beta2, double epsilon) implements Updater {
  public static final Kind<Updater> KIND =
      Kind.of(
          "amsgrad(beta1=0.9, beta2=0.999, epsilon=1e-8)",
          a ->
              new AmsGrad(
                  a.number("beta1", 0, 1),
                  a.number("beta2", 0, 1),
                  a.number("epsilon", 0, Double.POSITIVE_INFINITY)));

  @Override
  public List<String> state() {
    return List.of("m", "v", "w");
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    INDArray m = state.vector("m");
    INDArray v = state.vector("v");
    INDArray w = state.vector("w");
    INDArray step = state.scratch();
    m.muli(beta1).addi(step.assign(g).muli(1 - beta1));
    v.muli(beta2).addi(step.assign(g).muli(g).muli(1 - beta2));
    Transforms.max(w, v, false);
    step.assign(w).divi(1 - Math.pow(beta2, t));
    Transforms.sqrt(step, false)
        .addi(epsilon)
        .rdivi(m)
        .muli(learningRate / (1 - Math.pow(beta1, t)));
    theta.subi(step);
  }
}
