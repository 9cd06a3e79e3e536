package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;
import org.twinprop.layers.dense.Dense;

/** A dense layer with the mistakes that people make: the check must find each, and say where. */
class WrongLayersTest {
  enum Mistake {
    NO_SUM_OVER_EXAMPLES("W1") {
      @Override
      INDArray corrupt(INDArray dx, INDArray x, INDArray dy, Cache cache) {
        cache.gradient("W").assign(firstRow(x).transpose().mmul(firstRow(dy)));
        return dx;
      }
    },
    MEAN_OVER_EXAMPLES("W1") {
      @Override
      INDArray corrupt(INDArray dx, INDArray x, INDArray dy, Cache cache) {
        cache.gradient("W").divi(x.size(0));
        return dx;
      }
    },
    NO_BIAS("b1") {
      @Override
      INDArray corrupt(INDArray dx, INDArray x, INDArray dy, Cache cache) {
        cache.gradient("b").assign(0);
        return dx;
      }
    },
    SIGN("x") {
      @Override
      INDArray corrupt(INDArray dx, INDArray x, INDArray dy, Cache cache) {
        return dx.neg();
      }
    },
    ALMOST("W1") {
      @Override
      INDArray corrupt(INDArray dx, INDArray x, INDArray dy, Cache cache) {
        cache.gradient("W").muli(1 + 1e-5);
        return dx;
      }
    },
    ONE_ENTRY("W1") {
      @Override
      INDArray corrupt(INDArray dx, INDArray x, INDArray dy, Cache cache) {
        INDArray dW = cache.gradient("W");
        dW.putScalar(2, 1, dW.getDouble(2, 1) * (1 + 1e-6));
        return dx;
      }
    },
    ADDS_TO_LAST_GRADIENT("b1") {
      @Override
      INDArray corrupt(INDArray dx, INDArray x, INDArray dy, Cache cache) {
        INDArray last = cache.buffer("last db", dy.size(1));
        last.addi(cache.gradient("b"));
        cache.gradient("b").assign(last);
        return dx;
      }
    };

    private final String where;

    Mistake(String where) {
      this.where = where;
    }

    /** Spoils what the right backward pass has left; returns what to return as dx. */
    abstract INDArray corrupt(INDArray dx, INDArray x, INDArray dy, Cache cache);

    private static INDArray firstRow(INDArray x) {
      return x.get(NDArrayIndex.interval(0, 1), NDArrayIndex.all());
    }
  }

  private record WrongDense(Dense right, Mistake mistake) implements Layer {
    @Override
    public Shape output(Shape input) {
      return right.output(input);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
      return right.parameters(input);
    }

    @Override
    public INDArray forward(INDArray x, Cache cache) {
      cache.keep("input", x);
      return right.forward(x, cache);
    }

    @Override
    public INDArray backward(INDArray dy, Cache cache) {
      return mistake.corrupt(right.backward(dy, cache), cache.kept("input"), dy, cache);
    }
  }

  private static GradientReport check(Layer layer) {
    return LayerCheck.check(layer, Shape.of(4), 3, 5);
  }

  @ParameterizedTest
  @EnumSource
  void mistakeIsFoundWhereItIs(Mistake mistake) {
    GradientReport report = check(new WrongDense(new Dense(2, true), mistake));
    for (TensorCheck tensor : report.tensors()) {
      Verdict expected = tensor.name().equals(mistake.where) ? Verdict.WRONG : Verdict.OK;
      assertEquals(expected, tensor.verdict(), report::toString);
    }
    assertEquals(mistake.where, report.worst().name());
    assertTrue(report.worst().maxRelativeError() > 9e-7, report::toString);
  }

  @ParameterizedTest
  @EnumSource(names = "ONE_ENTRY")
  void wrongEntryIsNamed(Mistake mistake) {
    TensorCheck.Entry worst = check(new WrongDense(new Dense(2, true), mistake)).worst().worst();
    assertEquals(List.of(2L, 1L), worst.index());
    assertEquals(1 + 1e-6, worst.analytic() / worst.numeric(), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(names = "NO_BIAS")
  void missingGradientIsNamedWithBothValues(Mistake mistake) {
    TensorCheck bias = check(new WrongDense(new Dense(2, true), mistake)).of("b1");
    assertEquals(0, bias.worst().analytic());
    assertTrue(Math.abs(bias.worst().numeric()) > 1e-3);
    assertEquals(1, bias.maxRelativeError());
  }
}
