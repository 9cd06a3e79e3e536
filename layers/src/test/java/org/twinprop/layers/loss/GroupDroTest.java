package org.twinprop.layers.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.initializer.Xavier;

class GroupDroTest {
  private static final int[] GROUPS = {0, 1, 0, 2, 0, 0, 1, 0};
  private static final double STEP = 1e-5;

  private static INDArray random(long seed, long... shape) {
    SplittableRandom random = new SplittableRandom(seed);
    int length = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    double[] values = random.doubles(length, -1, 1).toArray();
    return Nd4j.create(values, shape, DataType.DOUBLE);
  }

  private static INDArray classes(int count) {
    INDArray y = Nd4j.zeros(DataType.DOUBLE, GROUPS.length, count);
    for (int n = 0; n < GROUPS.length; n++) {
      y.putScalar(n, (n * 7) % count, 1);
    }
    return y;
  }

  /** sum_g q_g l_g with fixed q, from losses of single examples: what theta is to make small. */
  private static double objective(Network network, INDArray x, INDArray y, double[] q) {
    double[] sums = new double[q.length];
    int[] counts = new int[q.length];
    for (int n = 0; n < GROUPS.length; n++) {
      network.forward(x.get(NDArrayIndex.interval(n, n + 1)), true);
      sums[GROUPS[n]] += network.dataLoss(y.get(NDArrayIndex.interval(n, n + 1)));
      counts[GROUPS[n]]++;
    }
    double loss = 0;
    for (int g = 0; g < q.length; g++) {
      loss += q[g] * sums[g] / counts[g];
    }
    return loss;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dense(5) tanh dense(3) | softmax-xent",
        "dense(5) tanh dense(3) | mse",
        "rnn(4) laststep dense(3) | softmax-xent"
      })
  void theGradientIsThatOfTheGroupsWeightedLosses(String text) {
    boolean sequence = text.startsWith("rnn");
    Shape input = sequence ? Shape.of(3, 4) : Shape.of(4);
    INDArray x = sequence ? random(1, GROUPS.length, 3, 4) : random(1, GROUPS.length, 4);
    INDArray y = text.endsWith("mse") ? random(2, GROUPS.length, 3) : classes(3);
    GroupDro dro = new GroupDro(3, 0.5);
    try (Network network = Network.of(text, input, DataType.DOUBLE, new Xavier(false), 3)) {
      double loss = network.loss(x, y, losses -> dro.weights(losses, GROUPS));
      network.backward();
      double[] gradient = network.gradientVector().dup().toDoubleVector();
      double[] q = dro.q();
      assertEquals(objective(network, x, y, q), loss, 1e-12);
      INDArray theta = network.parameterVector();
      for (int i = 0; i < gradient.length; i++) {
        double before = theta.getDouble(i);
        theta.putScalar(i, before + STEP);
        double above = objective(network, x, y, q);
        theta.putScalar(i, before - STEP);
        double below = objective(network, x, y, q);
        theta.putScalar(i, before);
        assertEquals((above - below) / (2 * STEP), gradient[i], 1e-8, text + ", entry " + i);
      }
    }
  }

  @Test
  void groupsGainByTheExponentOfTheirLoss() {
    GroupDro dro = new GroupDro(2, 0.1);
    double[] weights = dro.weights(new double[] {1, 3, 2}, new int[] {0, 1, 1});
    double first = Math.exp(0.1 * 1);
    double second = Math.exp(0.1 * 2.5);
    assertArrayEquals(
        new double[] {first / (first + second), second / (first + second)}, dro.q(), 1e-15);
    assertArrayEquals(
        new double[] {3 * dro.q()[0], 3 * dro.q()[1] / 2, 3 * dro.q()[1] / 2}, weights, 1e-15);
    double[] before = dro.q();
    dro.weights(new double[] {0.7}, new int[] {1}); // group 0 is not there: its loss is 0
    assertTrue(dro.q()[1] > before[1]);
    assertEquals(1, Arrays.stream(dro.q()).sum(), 1e-15);
  }

  @Test
  void theWorstGroupTakesAllAfterManySteps() {
    GroupDro dro = new GroupDro(3, 0.01);
    for (int step = 0; step < 5_000; step++) {
      dro.weights(new double[] {0.1, 0.9, 0.5}, new int[] {0, 1, 2});
    }
    assertTrue(dro.q()[1] > 0.999, Arrays.toString(dro.q()));
    double[] weights = dro.weights(new double[] {1e300, 1, 1}, new int[] {0, 1, 2});
    assertTrue(Arrays.stream(weights).allMatch(Double::isFinite), "no overflow");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new GroupDro(0, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new GroupDro(2, 0));
    assertThrows(IllegalArgumentException.class, () -> new GroupDro(2, Double.NaN));
  }
}
