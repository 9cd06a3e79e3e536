package org.twinprop.layers.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.twinprop.layers.Cache;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Layer;
import org.twinprop.layers.RandomArrays;
import org.twinprop.layers.Shape;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.LayerKind;
import org.twinprop.layers.text.NetworkText;

/** Every layer between layers whose arrays lie in memory as ND4J's operations may leave them. */
class StrangeStridesTest {
  /** Hands on what it gets, in another layout. */
  private enum Strange implements Layer {
    COLUMN_BY_COLUMN {
      @Override
      INDArray moved(INDArray x) {
        return x.dup('f');
      }
    },
    PART_OF_A_LARGER_ARRAY {
      @Override
      INDArray moved(INDArray x) {
        long[] larger = Arrays.stream(x.shape()).map(size -> size + 1).toArray();
        INDArrayIndex[] inside =
            Arrays.stream(x.shape())
                .mapToObj(size -> NDArrayIndex.interval(1, size + 1))
                .toArray(INDArrayIndex[]::new);
        return Nd4j.create(x.dataType(), larger).get(inside).assign(x);
      }
    };

    abstract INDArray moved(INDArray x);

    @Override
    public INDArray forward(INDArray x, Cache cache) {
      return moved(x);
    }

    @Override
    public INDArray backward(INDArray dy, Cache cache) {
      return moved(dy);
    }
  }

  static Stream<Arguments> examples() {
    return Catalogue.layers().values().stream()
        .flatMap(kind -> kind.examples().stream())
        // no gradient comes back from indices, and so none passes what stands before them
        .filter(example -> NetworkText.parseLayers(example.text()).indices() == 0)
        .flatMap(example -> Stream.of(Strange.values()).map(s -> Arguments.of(example, s)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void layoutInMemoryDoesNotMatter(LayerKind.Example example, Strange strange) {
    Layer layer = NetworkText.parseLayers(example.text());
    List<Layer> layers = new ArrayList<>(List.of(strange, layer, strange));
    if (example.input().rank() == 3) {
      layers.add(0, convolution(example.input()));
    }
    Chain chain = new Chain(layers, layers.stream().map(Object::toString).toList());
    INDArray x = new RandomArrays(3).gaussian(example.input().ofBatch(3));
    GradientReport report = LayerCheck.check(chain, x, 5, GradientCheck.ofSample(5, 1));
    assertTrue(report.passed(), report::toString);
  }

  /** Keeps the shape, and leaves its images channel by channel in memory. */
  private static Layer convolution(Shape input) {
    return NetworkText.parseLayers("conv(" + input.size(0) + ",1)");
  }
}
