package org.twinprop.experiments.student;

import java.util.ArrayList;
import java.util.List;

/**
 * All of a template's members but the backward pass.
 *
 * @param members in Java
 * @param imports that the whole class needs
 */
record JavaForward(String members, List<String> imports) {
  private static final List<String> ALWAYS =
      List.of(
          "org.nd4j.linalg.api.ndarray.INDArray",
          "org.twinprop.layers.Cache",
          "org.twinprop.layers.Layer");

  /** y = x W + b. */
  static JavaForward dense(String name, boolean bias) {
    String members =
        """
        private final int outputs;

        public %s(int outputs) {
          this.outputs = outputs;
        }

        @Override
        public Shape output(Shape input) {
          return Shape.of(outputs);
        }

        @Override
        public List<Parameter> parameters(Shape input) {
          long inputs = input.size(0);
          return List.of(
              Parameter.weight("W", inputs, outputs, inputs, outputs)%s);
        }

        @Override
        public INDArray forward(INDArray x, Cache cache) {
          cache.keep("x", x); // for the backward pass
          return x.mmul(cache.parameter("W"))%s;
        }
        """
            .formatted(
                name,
                bias ? ",\n      Parameter.offset(\"b\", 0, outputs)" : "",
                bias ? ".addRowVector(cache.parameter(\"b\"))" : "");
    return with(
        members, "java.util.List", "org.twinprop.layers.Parameter", "org.twinprop.layers.Shape");
  }

  /**
   * y = f(x), entry by entry.
   *
   * @param expression of x
   */
  static JavaForward activation(String expression) {
    String members =
        """
        @Override
        public INDArray forward(INDArray x, Cache cache) {
          INDArray y = %s;
          cache.keep("x", x); // for the backward pass
          cache.keep("y", y);
          return y;
        }
        """
            .formatted(expression);
    return expression.contains("Transforms")
        ? with(members, "org.nd4j.linalg.ops.transforms.Transforms")
        : with(members);
  }

  /**
   * Shapes, parameters and forward pass of our layer.
   *
   * @param text of our layer
   */
  static JavaForward ours(String text) {
    String members =
        """
        /** Twinprop's own layer, for all but the backward pass. */
        private final Layer own = NetworkText.parseLayers("%s").layers().get(0);

        @Override
        public Shape output(Shape input) {
          return own.output(input);
        }

        @Override
        public int indices() {
          return own.indices();
        }

        @Override
        public List<Parameter> parameters(Shape input) {
          return own.parameters(input);
        }

        @Override
        public List<Layer> children() {
          return own.children();
        }

        @Override
        public INDArray forward(INDArray x, Cache cache) {
          INDArray y = own.forward(x, cache).dup();
          cache.keep("x", x); // for the backward pass
          cache.keep("y", y);
          return y;
        }
        """
            .formatted(text);
    return with(
        members,
        "java.util.List",
        "org.twinprop.layers.Parameter",
        "org.twinprop.layers.Shape",
        "org.twinprop.layers.text.NetworkText");
  }

  private static JavaForward with(String members, String... imports) {
    List<String> all = new ArrayList<>(ALWAYS);
    all.addAll(List.of(imports));
    return new JavaForward(members, all);
  }
}
