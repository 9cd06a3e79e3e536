package org.twinprop.experiments.student;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A student's dense layer, right as it stands, with places to make mistakes in. */
final class StudentSource {
  private static final String RIGHT =
      """
      import java.util.List;
      import org.nd4j.linalg.api.ndarray.INDArray;
      import org.twinprop.layers.*;

      public class MyDense implements Layer {
        private final int out;

        public MyDense(int out) {
          this.out = out;
        }

        public Shape output(Shape input) {
          return Shape.of(out);
        }

        public List<Parameter> parameters(Shape input) {
          long in = input.length();
          return List.of(Parameter.weight("W", in, out, in, out), Parameter.offset("b", 0, out));
        }

        public INDArray forward(INDArray x, Cache cache) {
          cache.keep("x", x);
          return x.mmul(cache.parameter("W")).addRowVector(cache.parameter("b"));
        }

        public INDArray backward(INDArray dy, Cache cache) {
          INDArray x = cache.kept("x");
          cache.gradient("W").assign(x.transpose().mmul(dy));
          cache.gradient("b").assign(dy.sum(0));
          return dy.mmul(cache.parameter("W").transpose());
        }
      }
      """;

  private StudentSource() {}

  /** The layer as it should be, in {@code MyDense.java} of a folder. */
  static Path right(Path folder) {
    return write(folder, RIGHT);
  }

  /** The layer with one piece of it replaced. */
  static Path with(Path folder, String piece, String replacement) {
    if (!RIGHT.contains(piece)) {
      throw new IllegalArgumentException("the layer has no " + piece);
    }
    return write(folder, RIGHT.replace(piece, replacement));
  }

  private static Path write(Path folder, String source) {
    try {
      return Files.writeString(folder.resolve("MyDense.java"), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
