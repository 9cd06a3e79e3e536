package org.twinprop.trainer.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossSquaredHinge;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;
import org.twinprop.layers.updater.Sgd;
import org.twinprop.natives.NativeBuild;

/** Weights of examples and masks of steps, handed to DL4J as label masks. */
final class WeightedTwinTest {
  private static final double TOLERANCE = 1e-10;
  private static final INDArray WEIGHTS = Nd4j.createFromArray(0.5, 0.0, 2.25, 1.0);

  /** Nothing masked, padding at the end, a hole, and an example of nothing. */
  private static final INDArray MASK =
      Nd4j.createFromArray(new double[][] {{1, 1, 1}, {1, 1, 0}, {1, 0, 1}, {0, 0, 0}});

  /** The losses of which DL4J cannot make the mean over steps, weighted or not. */
  private static final Set<String> NOT_OF_STEPS = Set.of("huber", "hinge", "squared-hinge");

  @ParameterizedTest(name = "{0} | {1}")
  @MethodSource("networks")
  void weightedLossAndGradientsAgree(String layers, String loss, String input) {
    Shape shape = Shape.parse(input);
    String text = layers + " | " + loss + " l1=0.01 l2=0.1";
    Optional<String> whyNot = Twin.whyNot(NetworkText.parse(text), shape);
    boolean steps = shape.rank() == 2 && !layers.contains("laststep");
    if (whyNot.isPresent()) {
      boolean expected = steps ? NOT_OF_STEPS.contains(loss) : loss.equals("huber");
      assertTrue(expected || (steps && isBeyondOlderRelease(layers)), whyNot.get());
      return;
    }
    try (Network network = Numbers.network(text, shape, DataType.DOUBLE, 7);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(11);
      INDArray x = numbers.inputs(network, 4);
      INDArray y = numbers.targets(network, 4);
      TwinComparison plain = TwinComparison.of(network, twin, x, y);
      List<INDArray[]> cases = new ArrayList<>();
      cases.add(new INDArray[] {WEIGHTS, null});
      if (steps) {
        cases.add(new INDArray[] {null, MASK});
        cases.add(new INDArray[] {WEIGHTS, MASK});
      }
      for (INDArray[] one : cases) {
        TwinComparison weighted = TwinComparison.of(network, twin, x, y, one[0], one[1]);
        assertTrue(weighted.agrees(TOLERANCE), () -> text + ": " + weighted.worst());
        assertEquals(plain.comparisons().size(), weighted.comparisons().size());
        assertNotEquals(theirLoss(plain), theirLoss(weighted), "what is masked must show");
        boolean single = network.output().size(network.output().rank() - 1) == 1;
        assertEquals(single || loss.equals("squared-hinge"), !weighted.notes().isEmpty());
      }
      assertEquals(plain, TwinComparison.of(network, twin, x, y), "masks are not kept");
    }
  }

  static Stream<Arguments> networks() {
    return Catalogue.losses().keySet().stream()
        .flatMap(
            loss ->
                Stream.of(
                        Arguments.of("dense(7) tanh dense(3)", loss, "5"),
                        Arguments.of("dense(6) batchnorm dropout(0.3) dense(2)", loss, "5"),
                        Arguments.of("lstm(3) laststep dense(2)", loss, "3x2"),
                        Arguments.of("rnn(4) dense(3)", loss, "3x2"),
                        Arguments.of("lstm(3) dense(2)", loss, "3x2"),
                        Arguments.of("lstm(2) dense(1)", loss, "3x2"),
                        Arguments.of("dense(1)", loss, "5"))
                    .filter(a -> !loss.equals("softmax-xent") || !isSingle(a)));
  }

  /** M1.1 cannot weigh a single output. */
  private static boolean isBeyondOlderRelease(String layers) {
    return layers.endsWith("dense(1)") && NativeBuild.release().equals("1.0.0-M1.1");
  }

  private static boolean isSingle(Arguments arguments) {
    return ((String) arguments.get()[0]).endsWith("dense(1)");
  }

  /** The reason for the note: a mask [rows, 1] multiplies such a gradient twice, the loss once. */
  @Test
  void dl4jMultipliesTheGradientOfOneOutputByTheMaskTwice() {
    INDArray y = Nd4j.createFromArray(new double[][] {{0}, {0}});
    INDArray z = Nd4j.createFromArray(new double[][] {{3}, {5}});
    INDArray mask = Nd4j.createFromArray(new double[][] {{0.5}, {1}});
    ActivationIdentity identity = new ActivationIdentity();
    double loss = new LossMSE().computeScore(y, z.dup(), identity, mask, false);
    assertEquals(0.5 * 9 + 25, loss, 1e-12);
    INDArray gradient = new LossMSE().computeGradient(y, z.dup(), identity, mask);
    assertEquals(0.25 * 6, gradient.getDouble(0, 0), 1e-12, "half of 6 would be the derivative");
    assertEquals(10, gradient.getDouble(1, 0), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "mse, 3, once and its gradient twice",
    "mae, 1, once and its gradient twice",
    "hinge, 2, once and its gradient twice",
    "sigmoid-xent, 2, once and its gradient twice",
    "squared-hinge, 2, twice and its gradient three times",
  })
  void oneWeightedExampleAgreesUnderRootsOfTheMaskAndSaysSo(
      String loss, int outputs, String times) {
    String text = "dense(" + outputs + ") | " + loss;
    try (Network network = Numbers.network(text, Shape.of(4), DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 1);
      INDArray weights = Nd4j.createFromArray(new double[] {2.5});
      TwinComparison comparison =
          TwinComparison.of(network, twin, x, numbers.targets(network, 1), weights, null);
      assertTrue(comparison.agrees(TOLERANCE), () -> "" + comparison.worst());
      assertEquals(1, comparison.notes().size());
      String note = comparison.notes().get(0);
      assertTrue(note.startsWith("DL4J multiplies this loss by the label mask " + times), note);
    }
  }

  /** Its mask comes before the square; and the gradient is masked after as well. */
  @Test
  void dl4jSquaresTheMaskOfSquaredHingeToo() {
    INDArray y = Nd4j.createFromArray(new double[][] {{1, 1}, {1, 1}});
    INDArray z = Nd4j.createFromArray(new double[][] {{-1, 2}, {0, 2}});
    INDArray mask = Nd4j.createFromArray(new double[][] {{0.5}, {1}});
    ActivationIdentity identity = new ActivationIdentity();
    double loss = new LossSquaredHinge().computeScore(y, z.dup(), identity, mask, false);
    assertEquals(0.25 * 4 + 1, loss, 1e-12, "half of 4 would be the weighted loss");
    INDArray gradient = new LossSquaredHinge().computeGradient(y, z.dup(), identity, mask);
    assertEquals(0.25 * -4, gradient.getDouble(0, 0), 1e-12, "half of -4 would be right");
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "1, 4"})
  void softmaxOverOneRowOrOneClassCannotBeWeighedInDl4j(int classes, int examples) {
    String text = "dense(" + classes + ") | softmax-xent";
    try (Network network = Numbers.network(text, Shape.of(4), DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, examples);
      INDArray y = numbers.targets(network, examples);
      INDArray halves = Nd4j.valueArrayOf(new long[] {examples}, 0.5, DataType.DOUBLE);
      Exception thrown =
          assertThrows(IllegalArgumentException.class, () -> twin.loss(x, y, halves, null));
      assertTrue(
          thrown.getMessage().startsWith("DL4J's softmax-xent takes no mask for a single row"),
          thrown.getMessage());
      INDArray ones = Nd4j.ones(DataType.DOUBLE, examples);
      assertEquals(network.loss(x, y), twin.loss(x, y, ones, null), 1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, 'the weights of the examples must be [4] for this batch, but got [3]'",
    "4, 2, 'the mask of the steps must be [4, 3] for this batch, but got [4, 2]'",
  })
  void anArrayOfAnotherShapeIsNamed(int examples, int steps, String message) {
    try (Network network = Numbers.network("rnn(2) | mse", Shape.of(3, 2), DataType.DOUBLE, 1);
        Twin twin = Twin.of(network, new Sgd(), 0.1)) {
      Numbers numbers = new Numbers(2);
      INDArray x = numbers.inputs(network, 4);
      INDArray y = numbers.targets(network, 4);
      INDArray weights = Nd4j.ones(DataType.DOUBLE, examples);
      INDArray mask = Nd4j.ones(DataType.DOUBLE, 4, steps);
      Exception thrown =
          assertThrows(IllegalArgumentException.class, () -> twin.loss(x, y, weights, mask));
      assertEquals(message, thrown.getMessage());
    }
  }

  private static double theirLoss(TwinComparison comparison) {
    return comparison.comparisons().stream()
        .filter(c -> c.quantity() == Quantity.LOSS)
        .findFirst()
        .orElseThrow()
        .theirs();
  }
}
