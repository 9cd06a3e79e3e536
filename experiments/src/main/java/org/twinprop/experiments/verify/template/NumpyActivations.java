package org.twinprop.experiments.verify.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Activations as NumPy writes them: {@code {}} is the input, {@code #} the layer's setting. */
final class NumpyActivations {
  private static final Map<String, String> FORMULAS =
      Map.ofEntries(
          Map.entry("identity", "{}"),
          Map.entry("relu", "np.maximum({}, 0)"),
          Map.entry("relu6", "np.clip({}, 0, 6)"),
          Map.entry("leakyrelu", "np.where({} > 0, {}, # * {})"),
          Map.entry("elu", "np.where({} > 0, {}, # * np.expm1(np.minimum({}, 0)))"),
          Map.entry(
              "selu",
              "1.0507009873554805 * np.where({} > 0, {}, 1.6732632423543772 *"
                  + " np.expm1(np.minimum({}, 0)))"),
          Map.entry("gelu", "{} * (1 + erf({} / np.sqrt(2))) / 2"),
          Map.entry(
              "gelu-tanh",
              "{} * (1 + np.tanh(np.sqrt(2 / np.pi) * ({} + 0.044715 * {} ** 3))) / 2"),
          Map.entry("sigmoid", "sigmoid({})"),
          Map.entry("tanh", "np.tanh({})"),
          Map.entry("softplus", "softplus({})"),
          Map.entry("softsign", "{} / (1 + np.abs({}))"),
          Map.entry("swish", "{} * sigmoid({})"),
          Map.entry("mish", "{} * np.tanh(softplus({}))"),
          Map.entry("hardsigmoid", "np.clip(0.2 * {} + 0.5, 0, 1)"),
          Map.entry("hardtanh", "np.clip({}, -1, 1)"),
          Map.entry("cube", "{} ** 3"),
          Map.entry("softmax", "softmax({})"));

  private static final Map<String, String> SETTINGS = Map.of("leakyrelu", "0.01", "elu", "1.0");
  private static final Set<String> FUNCTIONS = Set.of("sigmoid", "softplus", "softmax", "erf");
  private static final Pattern SETTING = Pattern.compile("[(=]\\s*([0-9.eE+-]+)\\s*\\)");

  private NumpyActivations() {}

  /**
   * @param text of the layer, as in {@code leakyrelu(0.2)}
   * @param input the variable that it is applied to
   * @return the expression; empty if it is no activation
   */
  static Optional<String> expression(String text, String input) {
    String name = text.replaceFirst("\\s*\\(.*", "");
    String formula = FORMULAS.get(name);
    if (formula == null) {
      return Optional.empty();
    }
    Matcher given = SETTING.matcher(text);
    String setting = given.find() ? given.group(1) : SETTINGS.getOrDefault(name, "");
    return Optional.of(formula.replace("{}", input).replace("#", setting));
  }

  /** The functions of our own that an expression calls. */
  static Set<String> functions(String expression) {
    return FUNCTIONS.stream()
        .filter(name -> expression.matches(".*(?<![.\\w])" + name + "\\(.*"))
        .collect(Collectors.toSet());
  }
}
