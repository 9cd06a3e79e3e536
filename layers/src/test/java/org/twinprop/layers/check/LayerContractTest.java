package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Shape;

/** What the check says about a layer that breaks the rules of {@link Layer}. */
class LayerContractTest {
  enum Breach implements Layer {
    FORWARD_WRITES_X("forward must not write to its input x") {
      @Override
      public INDArray forward(INDArray x, Cache cache) {
        return x.muli(2);
      }
    },
    BACKWARD_WRITES_X("backward must not write to the input x") {
      @Override
      public INDArray backward(INDArray dy, Cache cache) {
        cache.kept("x").addi(1);
        return dy.mul(2);
      }
    },
    BACKWARD_WRITES_DY("backward must not write to its input dy") {
      @Override
      public INDArray backward(INDArray dy, Cache cache) {
        return dy.muli(2);
      }
    },
    OTHER_OUTPUT("forward gives y of [2, 6], but it must be [2, 3]") {
      @Override
      public INDArray forward(INDArray x, Cache cache) {
        return Nd4j.concat(1, x, x);
      }
    },
    OTHER_INPUT_GRADIENT("backward gives dx of [2, 1], but it must be [2, 3]") {
      @Override
      public INDArray backward(INDArray dy, Cache cache) {
        return dy.sum(true, 1);
      }
    },
    NO_INPUT_GRADIENT("backward gives no dx, though cache.needsInputGradient() is true") {
      @Override
      public INDArray backward(INDArray dy, Cache cache) {
        return null;
      }
    };

    private final String message;

    Breach(String message) {
      this.message = message;
    }

    @Override
    public INDArray forward(INDArray x, Cache cache) {
      cache.keep("x", x);
      return x.mul(2);
    }

    @Override
    public INDArray backward(INDArray dy, Cache cache) {
      return dy.mul(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void breachIsNamed(Breach breach) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> LayerCheck.check(breach, Shape.of(3), 2, 1));
    assertEquals(breach + ": " + breach.message, e.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void float32InputIsRefused(Breach breach) {
    INDArray x = Nd4j.ones(DataType.FLOAT, 2, 3);
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> LayerCheck.check(breach, x, 1, GradientCheck.ofAllEntries()));
    assertEquals("a gradient check needs float64, but x is FLOAT", e.getMessage().split(":", 2)[0]);
  }
}
