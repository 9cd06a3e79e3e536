package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinprop.layers.pooling.AveragePooling;
import org.twinprop.layers.pooling.MaxPooling;
import org.twinprop.layers.primitives.Window;
import org.twinprop.trainer.diagnosis.PoolingLoops.Rule;

/** What can go wrong in pooling. */
final class PoolingMistakes {
  private PoolingMistakes() {}

  /** dy belongs to the window's maximum; of equal entries any one, or shares that sum to 1. */
  static List<Mistake> of(Step step, MaxPooling layer) {
    String name = step.where();
    List<Mistake> mistakes = new ArrayList<>();
    if (loops(step, layer.window()).hasTies()) {
      mistakes.add(
          tie(step, layer.window(), "the last of the equal entries got the gradient", last()));
      mistakes.add(
          tie(step, layer.window(), "the equal entries shared the gradient evenly", even()));
      mistakes.add(
          routing(
              step,
              layer.window(),
              name + " sent the whole gradient to every tied maximum, so that it counts twice",
              (entries, area) -> maxima(entries, 1)));
    }
    mistakes.add(
        routing(
            step,
            layer.window(),
            name + " sent the gradient to the first position of every window, wherever its maximum",
            (entries, area) -> first(entries)));
    mistakes.add(
        routing(
            step,
            layer.window(),
            name + " spread the gradient evenly over every window, as average pooling does",
            (entries, area) -> all(entries, 1.0 / entries.length)));
    mistakes.add(
        routing(
            step,
            layer.window(),
            name + " sent the whole gradient to every entry of a window",
            (entries, area) -> all(entries, 1)));
    for (WrongWindow wrong : WrongWindow.of(layer.window())) {
      mistakes.add(moved(step, wrong, firstMaximum()));
    }
    return mistakes;
  }

  /** dy / area belongs to every entry. */
  static List<Mistake> of(Step step, AveragePooling layer) {
    String name = step.where();
    List<Mistake> mistakes = new ArrayList<>();
    mistakes.add(
        routing(
            step,
            layer.window(),
            name + " sent the gradient to the first position of every window",
            (entries, area) -> first(entries)));
    mistakes.add(
        routing(
            step,
            layer.window(),
            name + " sent the gradient to the largest entry, as max pooling does",
            firstMaximum()));
    mistakes.add(
        routing(
            step,
            layer.window(),
            name + " sent the whole gradient to every entry, not its share",
            (entries, area) -> all(entries, 1)));
    mistakes.add(
        Mistake.input(
            Code.PADDING_OFF,
            name + " divided the gradient by the whole window, padding included",
            dy ->
                loops(step, layer.window())
                    .inputGradient(dy, (entries, area) -> all(entries, 1.0 / area))));
    for (WrongWindow wrong : WrongWindow.of(layer.window())) {
      mistakes.add(moved(step, wrong, (entries, area) -> all(entries, 1.0 / entries.length)));
    }
    return mistakes;
  }

  private static Mistake tie(Step step, Window window, String text, Rule rule) {
    return Mistake.kink(
        step.where() + " has windows with several equal maxima: " + text,
        dy -> loops(step, window).inputGradient(dy, rule));
  }

  private static Mistake routing(Step step, Window window, String cause, Rule rule) {
    return Mistake.input(
        Code.POOL_ROUTING, cause, dy -> loops(step, window).inputGradient(dy, rule));
  }

  private static Mistake moved(Step step, WrongWindow wrong, Rule rule) {
    return Mistake.input(
        wrong.code(),
        "the gradient by the input of " + step.where() + " was computed " + wrong.text(),
        dy -> loops(step, wrong.window()).inputGradient(dy, rule));
  }

  private static PoolingLoops loops(Step step, Window window) {
    return new PoolingLoops(step.x(), step.y().shape(), window);
  }

  private static double[] all(double[] entries, double share) {
    double[] shares = new double[entries.length];
    Arrays.fill(shares, share);
    return shares;
  }

  private static double[] first(double[] entries) {
    double[] shares = new double[entries.length];
    if (shares.length > 0) {
      shares[0] = 1;
    }
    return shares;
  }

  private static double[] maxima(double[] entries, double share) {
    double largest = PoolingLoops.largest(entries);
    return Arrays.stream(entries).map(entry -> entry == largest ? share : 0).toArray();
  }

  private static Rule even() {
    return (entries, area) -> maxima(entries, 1.0 / Math.max(1, PoolingLoops.ties(entries)));
  }

  private static Rule last() {
    return (entries, area) -> {
      double[] shares = maxima(entries, 1);
      boolean taken = false;
      for (int i = shares.length - 1; i >= 0; i--) {
        shares[i] = taken ? 0 : shares[i];
        taken |= shares[i] == 1;
      }
      return shares;
    };
  }

  private static Rule firstMaximum() {
    return (entries, area) -> {
      double[] shares = maxima(entries, 1);
      boolean taken = false;
      for (int i = 0; i < shares.length; i++) {
        shares[i] = taken ? 0 : shares[i];
        taken |= shares[i] == 1;
      }
      return shares;
    };
  }
}
