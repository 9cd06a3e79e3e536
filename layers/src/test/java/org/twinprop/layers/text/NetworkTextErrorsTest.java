package org.twinprop.layers.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Network;
import org.twinprop.layers.Objective;
import org.twinprop.layers.Shape;
import org.twinprop.layers.loss.MeanSquaredError;

/** Each mistake gets one line that says what, where and how to mend it. */
class NetworkTextErrorsTest {
  private static final String CONV =
      "write conv(out, kernel, stride=1, pad=0, dilation=1, bias=true)";

  private static final String RESIDUAL = " residual(dense(4) tanh dense(4))";
  private static final String IMAGES =
      ", but needs images, channels x height x width: put it before flatten, dense and what reads"
          + " sequences";
  private static final String STEPS_OF_A_ROW =
      ", but needs sequences, steps x features: a row has no steps, so put it before laststep, or"
          + " embedding before it";

  private static String message(String text) {
    return assertThrows(IllegalArgumentException.class, () -> NetworkText.parse(text)).getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "covn(20,5) relu | mse; 1; there is no layer 'covn' (did you mean conv?)",
        "dense(3) rleu | mse; 10; there is no layer 'rleu' (did you mean relu?)",
        "DENSE(3) | mse; 1; there is no layer 'DENSE' (did you mean dense?)",
        "dense(3) | softmax-xnet; 12; there is no loss 'softmax-xnet' (did you mean softmax-xent?)",
        "dense(3); 9; the loss is missing: end with a bar and a loss, as in '| softmax-xent'",
        "dense(3) |; 11; expected one of softmax-xent, sigmoid-xent, mse, mae, huber, hinge,"
            + " squared-hinge, but found the end",
        "| mse; 1; expected a layer, as in 'flatten dense(10) | softmax-xent'",
        "dense(9999999999) | mse; 1; dense: out=9999999999, but it must be a whole number of at least"
            + " 1 and at most 2147483647",
        "conv(3,99999999999x2) | mse; 1; conv: kernel=99999999999x2, but it must be a whole number of"
            + " at least 1 and at most 2147483647, or two joined by x as in 3x2",
        "dense(3) | mse l2=-1; 16; l2 must be a number of at least 0, but is -1",
        "dense(3) | mse l1=x; 16; l1 must be a number of at least 0, but is x",
        "dense(3) | mse l2=; 19; expected a number after l2=, but found the end",
        "dense(3) | mse l2=1 l2=2; 21; l2 is given twice",
        "dense(3) | mse l3=1; 16; after the loss only l1=... and l2=... can follow",
        "dense(3) | mse relu; 16; after the loss only l1=... and l2=... can follow",
        "dense(3) relu) | mse; 14; this parenthesis was never opened",
        "dense(3 | mse; 6; the parenthesis is never closed",
        "dense(3 relu dense(2) | mse; 6; the parenthesis is never closed",
        "dense(3,) | mse; 6; an argument is empty",
        "dense(3), relu | mse; 9; expected a layer, but found ','",
        "dense | mse; 1; dense needs 'out': write dense(out, bias=true)",
        "dense(0) | mse; 1; dense: out=0, but it must be a whole number of at least 1",
        "relu dense(-3) | mse; 6; dense: out=-3, but it must be a whole number of at least 1",
        "dense(2.5) | mse; 1; dense: out=2.5, but it must be a whole number of at least 1",
        "dense(3,out=4) | mse; 1; dense got 'out' twice: write dense(out, bias=true)",
        "dense(3,bias=no) | mse; 1; dense: bias=no, but it must be one of false, true",
        "dense(1,true,2) | mse; 1; dense takes no argument '2': write dense(out, bias=true)",
        "relu(3) | mse; 1; relu takes no argument '3': write relu",
        "dropout(1) | mse; 1; dropout: rate=1, but it must be a number of at least 0 and below 1",
        "dropout(NaN) | mse; 1; dropout: rate=NaN, but it must be a number",
        "conv(3) | mse; 1; conv needs 'kernel': " + CONV,
        "conv(3,3,padding=1) | mse; 1; conv has no 'padding': " + CONV,
        "conv(3,3x2x1) | mse; 1; conv: kernel=3x2x1, but it must be a whole number of at least 1,"
            + " or two joined by x as in 3x2",
        "conv(3,3,pad=-1) | mse; 1; conv: pad=-1, but it must be a whole number of at least 0,"
            + " or two joined by x as in 3x2",
        "batchnorm(eps=0) | mse; 1; batchnorm: eps=0, but it must be a number of at least 1.0E-300"
            + " and below 1",
        "embedding(0,2) | mse; 1; embedding: vocabulary=0, but it must be a whole number of at"
            + " least 1",
        "residual | mse; 1; residual needs layers between its parentheses, as in" + RESIDUAL,
        "relu residual(dense(3) | mse; 6; the parenthesis of residual is never closed",
        "residual() | mse; 1; residual needs layers between its parentheses, as in" + RESIDUAL,
        "relu residual( ) | mse; 6; residual needs layers between its parentheses, as in"
            + RESIDUAL,
        "dense(3) | huber(0); 12; huber: delta=0.0, but it must be above 0",
        "maxpool(2,pad=2) | mse; 1; pad=2x2 must be smaller than the kernel 2x2, else a window sees"
            + " padding alone",
      })
  void mistakeIsNamedWithItsColumn(String text, int column, String problem) {
    assertEquals(
        "network text, column " + column + ": " + problem + "; in: " + text, message(text));
  }

  @Test
  void unknownNameThatResemblesNothingGetsTheList() {
    String known = String.join(", ", Catalogue.losses().keySet());
    assertEquals(
        "network text, column 12: there is no loss 'perplexity' (known are: "
            + known
            + "); in: dense(3) | perplexity",
        message("dense(3) | perplexity"));
  }

  @Test
  void emptyTextIsOneLineToo() {
    assertEquals(
        "the network text is empty: expected a layer, as in 'flatten dense(10) | softmax-xent'",
        message(""));
    assertFalse(message("dense(3)\nrelu\n| mse l2=-1").contains("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "conv(3,3) dense(4) | mse; 1x8x8; layer 2, dense(4): got input 3x6x6, but needs a row of"
            + " features: put flatten before it",
        "conv(3,9) flatten | mse; 1x8x8; layer 1, conv(3,9): got input 1x8x8, but its window of 9x9"
            + " does not fit into 8x8 (padding included): take a kernel of at most 8x8",
        "conv(2,3x2,pad=1x0,dilation=4) | mse; 1x6x4; layer 1, conv(2,3x2,pad=1x0,dilation=4): got"
            + " input 1x6x4, but its window of 9x5 does not fit into 8x4 (padding included): take a"
            + " kernel of at most 2x1",
        "relu maxpool(9) | mse; 1x8x8; layer 2, maxpool(9): got input 1x8x8, but its window of 9x9"
            + " does not fit into 8x8 (padding included): take a kernel of at most 8x8",
        "avgpool(4x2,pad=1) | mse; 1x1x3; layer 1, avgpool(4x2,pad=1): got input 1x1x3, but its"
            + " window of 4x2 does not fit into 3x5 (padding included): take a kernel of at most 3x5",
        "globalavgpool | mse; 8; layer 1, globalavgpool: got input 8" + IMAGES,
        "layernorm | mse; 1x8x8; layer 1, layernorm: got input 1x8x8, but needs rows of features:"
            + " put flatten before it",
        "dense(3) rnn(2) | mse; 8; layer 2, rnn(2): got input 3" + STEPS_OF_A_ROW,
        "lstm(2) | mse; 1x8x8; layer 1, lstm(2): got input 1x8x8, but needs sequences, steps x"
            + " features: an image has no steps, so take conv or dense layers instead",
        "laststep | mse; 8; layer 1, laststep: got input 8" + STEPS_OF_A_ROW,
        "embedding(5,2) | mse; 4x3; layer 1, embedding(5,2): got input 4x3, but needs one row of"
            + " word numbers an example: make it the first layer, on texts",
        "relu residual(dense(3)) | mse; 8; layer 2, residual(dense(3)): the layers inside turn 8"
            + " into 3, but must keep the shape: end them with dense(8)",
        "residual(conv(2,3,pad=1)) | mse; 1x8x8; layer 1, residual(conv(2,3,pad=1)): the layers"
            + " inside turn 1x8x8 into 2x8x8, but must keep the shape: end them with conv(1,1)",
        "residual(conv(2,3)) | mse; 1x8x8; layer 1, residual(conv(2,3)): the layers inside turn"
            + " 1x8x8 into 2x6x6, but must keep the shape: end them with conv(1,3,pad=1), and let no"
            + " layer change height or width",
        "residual(tanh conv(1,2)) | mse; 8; layer 1, residual(tanh conv(1,2)): layer 2, conv(1,2):"
            + " got input 8"
            + IMAGES,
        "dense(3) conv(3,3) | mse; 8; layer 2, conv(3,3): got input 3" + IMAGES,
        "maxpool(2) | mse; 8; layer 1, maxpool(2): got input 8" + IMAGES,
        "softmax | mse; 1x8x8; layer 1, softmax: got input 1x8x8, but needs rows of features: put"
            + " flatten before it",
        "conv(3,3) | mse; 1x8x8; the loss got outputs 3x6x6, but needs a row for each example: put"
            + " flatten before the last layers",
        "dense(2147483647) dense(2147483647) | mse; 8; the layers need 4.61e+18 parameters, but at"
            + " most 2147483647 fit: give them fewer outputs",
      })
  void shapeThatDoesNotFitIsNamedWithItsLayer(String text, String input, String problem) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Network(NetworkText.parse(text), Shape.parse(input), DataType.FLOAT, 1));
    assertEquals(problem, e.getMessage());
  }

  @Test
  void networkRefusesOtherInputsAndTargets() {
    try (Network network =
        new Network(NetworkText.parse("dense(3) | mse"), Shape.of(4), DataType.DOUBLE, 1)) {
      INDArray x = Nd4j.zeros(DataType.DOUBLE, 2, 4);
      for (INDArray wrong : new INDArray[] {x.transpose(), x.reshape('c', 2, 2, 2)}) {
        Exception e =
            assertThrows(IllegalArgumentException.class, () -> network.forward(wrong, true));
        assertEquals(
            "the network takes batches of [examples, 4], but got " + Arrays.toString(wrong.shape()),
            e.getMessage());
      }
      Exception e =
          assertThrows(
              IllegalArgumentException.class,
              () -> network.loss(x, Nd4j.zeros(DataType.DOUBLE, 2, 2)));
      assertEquals(
          "the network gives [2, 3] for this batch, but the targets are [2, 2]", e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1", "NaN, 0", "0, Infinity"})
  void penaltiesFromJavaAreCheckedToo(double l1, double l2) {
    assertThrows(
        IllegalArgumentException.class, () -> new Objective(new MeanSquaredError(), l1, l2));
  }

  @ParameterizedTest
  @CsvSource({"0", "1x", "x", "-1", "1X2", "1x0", "1 x 2", "''", "99999999999"})
  void textThatIsNoShape(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Shape.parse(text));
    assertEquals(
        "'" + text + "' is not a shape: write sizes joined by x, as in 1x28x28", e.getMessage());
  }

  @Test
  void shapeOfTooManyEntries() {
    String text = "999999999x999999999x999999999";
    assertThrows(IllegalArgumentException.class, () -> Shape.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "adma; there is no updater 'adma' (did you mean adam?)",
        "sgd(0.1); sgd takes no argument '0.1': write sgd",
        "momentum(1); momentum: mu=1, but it must be a number of at least 0 and below 1",
        "adam(epsilon=0); adam: epsilon=0, but it must be a number above 0",
        "adamw(decay=-1); adamw: decay=-1, but it must be a number of at least 0",
        "rmsprop(rho=1); rmsprop: rho=1, but it must be a number of at least 0 and below 1",
        "nestrov; there is no updater 'nestrov' (did you mean nesterov?)",
      })
  void updatersAreReadAlike(String text, String problem) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> NetworkText.parseOne(text, "updater", Catalogue.updaters()));
    assertEquals("updater text, column 1: " + problem + "; in: " + text, e.getMessage());
  }

  @Test
  void aScheduleThatCannotBeReadIsCalledOne() {
    Exception unknown =
        assertThrows(
            IllegalArgumentException.class, () -> NetworkText.parseSchedule("warmup(1) cosin"));
    assertEquals(
        "schedule text, column 11: there is no schedule 'cosin' (did you mean cosine?); in:"
            + " warmup(1) cosin",
        unknown.getMessage());
    Exception empty =
        assertThrows(IllegalArgumentException.class, () -> NetworkText.parseSchedule(" "));
    assertEquals(
        "the schedule text is empty: expected one of constant, step, exponential, polynomial,"
            + " cosine, warmup, but found the end",
        empty.getMessage());
  }
}
