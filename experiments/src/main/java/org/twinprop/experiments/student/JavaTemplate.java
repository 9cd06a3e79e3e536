package org.twinprop.experiments.student;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.twinprop.layers.Parameter;
import org.twinprop.layers.Shape;
import org.twinprop.layers.dense.Dense;

/**
 * A layer in Java that lacks only the backward pass: it compiles and runs as it is. Dense layers
 * and activations have their forward pass written out; all others take that of our layer.
 */
public final class JavaTemplate {
  private static final String CLASS =
      """
      %s
      /**
       * A layer like %s. The backward pass is yours. Check it with:
       *
       * <pre>
       * ./twinprop verify %s.java --like "%s" --input %s
       * </pre>
       */
      public final class %s implements Layer {
      %s

        @Override
        public INDArray backward(INDArray dy, Cache cache) {
          INDArray x = cache.kept("x");

          // Yours. dy is the gradient of the loss by y. The loss has divided by the number of
          // examples already, so sum over them. Write every gradient, and return dx:
          //
      %s

          return null;
        }
      }
      """;

  private final LikeLayer like;
  private final String name;
  private final Shape input;

  private JavaTemplate(LikeLayer like) {
    this.like = like;
    name = className(like.text());
    String batch = like.batch();
    input = Shape.parse(batch.substring(batch.indexOf('x') + 1));
  }

  /**
   * @param layer as a network text writes it, as {@code dense(32)}
   * @throws org.twinprop.data.BadInput if it is none
   */
  public static String of(String layer) {
    return new JavaTemplate(LikeLayer.of(layer)).text();
  }

  private String text() {
    boolean dense = like.layer() instanceof Dense;
    String expression = ActivationExpressions.of(like.layer());
    JavaForward forward =
        dense
            ? JavaForward.dense(name, ((Dense) like.layer()).bias())
            : expression != null
                ? JavaForward.activation(expression)
                : JavaForward.ours(like.text());
    return CLASS.formatted(
        imports(forward.imports()),
        like.text(),
        name,
        like.text(),
        like.batch(),
        name,
        indented(forward.members(), 2),
        indented(gradients(), 4));
  }

  private String gradients() {
    String parameters =
        like.layer().parameters(input).stream()
            .filter(Parameter::trained)
            .map(
                parameter ->
                    "//   cache.gradient(\"%s\").assign(...);   // %s for %s inputs\n"
                        .formatted(parameter.name(), parameter.shape(), input))
            .collect(Collectors.joining());
    return parameters
        + (like.layer().indices() > 0
            ? "//   return null;   // nothing can be derived by word numbers\n"
            : "//   return ...;   // dx, shaped as x\n");
  }

  private static String imports(List<String> names) {
    return names.stream().sorted().map("import %s;\n"::formatted).collect(Collectors.joining());
  }

  private static String indented(String text, int blanks) {
    return text.lines()
        .map(line -> line.isEmpty() ? line : " ".repeat(blanks) + line)
        .collect(Collectors.joining("\n"));
  }

  /** {@code MyGeluTanh} of {@code gelu-tanh}. */
  private static String className(String text) {
    return Arrays.stream(text.replaceFirst("\\(.*", "").strip().split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("", "My", ""));
  }
}
