package org.twinprop.layers.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.layers.Architecture;
import org.twinprop.layers.Chain;
import org.twinprop.layers.Layer;
import org.twinprop.layers.Objective;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.schedule.Schedule;
import org.twinprop.layers.schedule.WarmUp;

/**
 * Reads the one line that describes a network: layers, a bar, the loss and what is added to it.
 *
 * <pre>
 * conv(20,5) relu maxpool(2) flatten dense(10) | softmax-xent l2=1e-4
 * </pre>
 */
public final class NetworkText {
  private static final String NETWORK = "network";
  private static final String SCHEDULE = "schedule";

  /**
   * Deeper ones would end in a full stack, here or in a pass; none is in use beyond two or three.
   */
  private static final int DEEPEST = 50;

  private final Tokens tokens;
  private int depth;

  private NetworkText(String text, String what) {
    tokens = new Tokens(text, what);
  }

  /**
   * @param text layers, a bar and a loss
   * @throws IllegalArgumentException if it is not a network text; the message has the column, and
   *     the nearest known name for an unknown one
   */
  public static Architecture parse(String text) {
    NetworkText reader = new NetworkText(text, NETWORK);
    Chain chain = reader.chain();
    if (reader.tokens.next(')')) {
      throw reader.tokens.error("this parenthesis was never opened", reader.tokens.position());
    }
    if (!reader.tokens.take('|')) {
      throw reader.tokens.error(
          "the loss is missing: end with a bar and a loss, as in '| softmax-xent'", text.length());
    }
    return new Architecture(chain, reader.objective(), text.strip());
  }

  /**
   * @param text layers alone, without a loss
   * @throws IllegalArgumentException as {@link #parse}
   */
  public static Chain parseLayers(String text) {
    NetworkText reader = new NetworkText(text, NETWORK);
    Chain chain = reader.chain();
    if (reader.tokens.more()) {
      throw reader.tokens.error("only layers can stand here", reader.tokens.position());
    }
    return chain;
  }

  /** One name with arguments that makes something, as in {@code adam(beta1=0.8)}. */
  public static <T> T parseOne(String text, String what, Map<String, Kind<T>> known) {
    NetworkText reader = new NetworkText(text, what);
    T made = reader.one(what, known);
    if (reader.tokens.more()) {
      throw reader.tokens.error("nothing can follow " + what, reader.tokens.position());
    }
    return made;
  }

  /**
   * A learning rate's schedule: one or several names, whose factors are multiplied, as in {@code
   * warmup(1) cosine}.
   */
  public static Schedule parseSchedule(String text) {
    NetworkText reader = new NetworkText(text, SCHEDULE);
    Schedule schedule = reader.one(SCHEDULE, Catalogue.schedules());
    while (reader.tokens.more()) {
      int from = reader.tokens.position();
      Schedule next = reader.one(SCHEDULE, Catalogue.schedules());
      if (next instanceof WarmUp) {
        throw reader.tokens.error("a warm-up comes first, as in 'warmup(1) cosine'", from);
      }
      schedule = schedule.and(next);
    }
    return schedule;
  }

  private Chain chain() {
    List<Layer> layers = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    while (tokens.more() && !tokens.next('|') && !tokens.next(')')) {
      int from = tokens.position();
      layers.add(layer());
      texts.add(tokens.since(from));
    }
    if (layers.isEmpty()) {
      throw tokens.error(
          "expected a layer, as in 'flatten dense(10) | softmax-xent'", tokens.position());
    }
    return new Chain(layers, texts);
  }

  private Layer layer() {
    int from = tokens.position();
    String name = tokens.name("a layer");
    LayerKind found = known("layer", name, Catalogue.layers(), from);
    Kind<Layer> kind = found.kind();
    if (kind.signature().takesLayers()) {
      return composite(kind, found.examples().get(0).text(), from);
    }
    return make(kind, kind.signature(), from);
  }

  private Layer composite(Kind<Layer> kind, String example, int from) {
    if (!tokens.take('(') || tokens.next(')')) {
      throw tokens.error(
          "%s needs layers between its parentheses, as in %s".formatted(kind.name(), example),
          from);
    }
    if (++depth > DEEPEST) {
      throw tokens.error("layers in layers may be %d deep".formatted(DEEPEST), from);
    }
    Chain body = chain();
    depth--;
    if (!tokens.take(')')) {
      throw tokens.error("the parenthesis of " + kind.name() + " is never closed", from);
    }
    return kind.make().apply(kind.signature().layers(body.layers(), body.texts()));
  }

  private Objective objective() {
    Loss loss = one("loss", Catalogue.losses());
    Map<String, Double> penalties = new HashMap<>();
    while (tokens.more()) {
      int from = tokens.position();
      String key = tokens.name("l1=... or l2=...");
      if ((!key.equals("l1") && !key.equals("l2")) || !tokens.take('=')) {
        throw tokens.error("after the loss only l1=... and l2=... can follow", from);
      }
      if (penalties.put(key, coefficient(key, from)) != null) {
        throw tokens.error(key + " is given twice", from);
      }
    }
    return new Objective(
        loss, penalties.getOrDefault("l1", 0.0), penalties.getOrDefault("l2", 0.0));
  }

  private double coefficient(String key, int from) {
    String text = tokens.name("a number after " + key + "=");
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the message
    }
    throw tokens.error(key + " must be a number of at least 0, but is " + text, from);
  }

  private <T> T one(String what, Map<String, Kind<T>> all) {
    tokens.more();
    int from = tokens.position();
    String name = tokens.name("one of " + String.join(", ", all.keySet()));
    Kind<T> kind = known(what, name, all, from);
    return make(kind, kind.signature(), from);
  }

  private <T> T make(Kind<T> kind, Signature signature, int from) {
    List<String> arguments = tokens.arguments();
    try {
      return kind.make().apply(signature.read(arguments));
    } catch (IllegalArgumentException e) {
      throw tokens.error(e.getMessage(), from);
    }
  }

  private <T> T known(String what, String name, Map<String, T> all, int from) {
    T found = all.get(name);
    if (found == null) {
      throw tokens.error(
          "there is no %s '%s' (%s)".formatted(what, name, Nearest.hint(name, all.keySet())), from);
    }
    return found;
  }
}
