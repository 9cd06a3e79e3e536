package org.twinprop.layers.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.primitives.AdamStep;
import org.twinprop.layers.text.Arguments;
import org.twinprop.layers.text.Kind;

/**
 * Adam: each parameter's step is its mean gradient over the root of its mean squared gradient.
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g               v = beta2 v + (1 - beta2) g^2
 * Both begin at 0 and are too small at first: their expectations are (1 - beta^t) times those of g
 * and g^2. Dividing by that corrects the bias:
 * m' = m / (1 - beta1^t)                    v' = v / (1 - beta2^t)
 * theta = theta - lr m' / (sqrt(v') + epsilon)
 * </pre>
 *
 * The paper's section 2 ends with a faster form, which most libraries, DL4J among them, compute:
 * with lr_t = lr sqrt(1 - beta2^t) / (1 - beta1^t),
 *
 * <pre>
 * theta = theta - lr_t m / (sqrt(v) + epsilon)
 * </pre>
 *
 * which is the same but that epsilon weighs more in early steps: it is not divided by the root of 1
 * - beta2^t. {@code epsilon-hat=true} takes this form, so that trajectories agree with DL4J's.
 *
 * <p>Source: Kingma and Ba, Adam: A Method for Stochastic Optimization (2015), algorithm 1.
 */
public record Adam(double beta1, double beta2, double epsilon, boolean epsilonHat)
    implements Updater {
  public static final Kind<Updater> KIND =
      Kind.of("adam(beta1=0.9, beta2=0.999, epsilon=1e-8, epsilon-hat=false)", Adam::read);

  private static Updater read(Arguments a) {
    return new Adam(
        a.number("beta1", 0, 1),
        a.number("beta2", 0, 1),
        a.positive("epsilon"),
        a.flag("epsilon-hat"));
  }

  @Override
  public List<String> state() {
    return List.of("m", "v");
  }

  @Override
  public void update(INDArray theta, INDArray g, UpdaterState state, double learningRate, long t) {
    INDArray m = state.vector("m");
    INDArray v = state.vector("v");
    double correction1 = 1 - Math.pow(beta1, t);
    double correction2 = 1 - Math.pow(beta2, t);
    // sqrt(v / c2) + e = (sqrt(v) + e sqrt(c2)) / sqrt(c2): one form serves both epsilons
    double floor = epsilonHat ? epsilon : epsilon * Math.sqrt(correction2);
    double rate = learningRate * Math.sqrt(correction2) / correction1;
    state.primitives().adam(theta, g, m, v, new AdamStep(beta1, beta2, rate, floor));
  }
}
