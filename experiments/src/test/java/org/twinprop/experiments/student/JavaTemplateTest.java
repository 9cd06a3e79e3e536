package org.twinprop.experiments.student;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Pass;
import org.twinprop.layers.Shape;
import org.twinprop.layers.Storage;
import org.twinprop.layers.text.Catalogue;

/** The template of every layer compiles as printed, and its forward pass is that of our layer. */
class JavaTemplateTest {
  @TempDir Path folder;

  static Stream<String> layers() {
    return Catalogue.layers().values().stream()
        .map(kind -> kind.examples().get(0).text())
        .filter(text -> !text.contains(" ") || text.startsWith("residual"));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void forwardPassOfTheTemplateIsOurs(String text) throws Throwable {
    LikeLayer like = LikeLayer.of(text);
    Layer student = compiled(text, like);
    Shape batch = Shape.parse(like.batch());
    Shape input = Shape.parse(like.batch().replaceFirst("\\d+x", ""));
    INDArray x =
        new RandomBatch(new SplittableRandom(1)).input(like.layer().indices(), batch.sizes());
    Gap gap = Gap.between(output(student, input, x), output(like.layer(), input, x));
    assertTrue(gap.error() < 1e-12, gap::toString);
  }

  private Layer compiled(String text, LikeLayer like) throws Throwable {
    String source = JavaTemplate.of(text);
    String name = source.replaceFirst("(?s).*public final class (\\w+) .*", "$1");
    Path file = folder.resolve(name + ".java");
    write(file, source);
    StudentClasses classes = StudentClasses.of(file);
    return Construction.of(LayerChoice.of(classes, null), like.arguments());
  }

  private static void write(Path file, String source) throws IOException {
    Files.writeString(file, source);
  }

  /** With the same random parameters for both. */
  private static INDArray output(Layer layer, Shape input, INDArray x) {
    try (Storage storage = new Storage(layer, input, DataType.DOUBLE, new Pass(1))) {
      RandomBatch random = new RandomBatch(new SplittableRandom(2));
      for (Map.Entry<String, INDArray> parameter : storage.parameters().entrySet()) {
        parameter.getValue().assign(random.normal(parameter.getValue().shape()));
      }
      return layer.forward(x, storage.cache()).dup('c');
    }
  }
}
