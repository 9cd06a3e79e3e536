package org.twinprop.layers.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.twinprop.layers.activation.Relu;
import org.twinprop.layers.activation.Sigmoid;
import org.twinprop.layers.activation.Softmax;
import org.twinprop.layers.activation.Tanh;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.layers.dense.Dense;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.initializer.Initializer;
import org.twinprop.layers.initializer.Xavier;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.loss.MeanSquaredError;
import org.twinprop.layers.loss.SoftmaxCrossEntropy;
import org.twinprop.layers.pooling.MaxPooling;
import org.twinprop.layers.regularization.Dropout;
import org.twinprop.layers.schedule.ConstantRate;
import org.twinprop.layers.schedule.CosineDecay;
import org.twinprop.layers.schedule.ExponentialDecay;
import org.twinprop.layers.schedule.PolynomialDecay;
import org.twinprop.layers.schedule.Schedule;
import org.twinprop.layers.schedule.StepDecay;
import org.twinprop.layers.schedule.WarmUp;
import org.twinprop.layers.shaping.Flatten;
import org.twinprop.layers.updater.Adam;
import org.twinprop.layers.updater.Momentum;
import org.twinprop.layers.updater.Sgd;
import org.twinprop.layers.updater.Updater;

/** All that a text can name. What stands here is parsed, checked, documented and compared. */
public final class Catalogue {
  private static final List<LayerKind> LAYERS =
      List.of(
          Dense.KIND,
          Convolution.KIND,
          MaxPooling.KIND,
          Flatten.KIND,
          Dropout.KIND,
          Relu.KIND,
          Sigmoid.KIND,
          Tanh.KIND,
          Softmax.KIND);

  private static final List<Kind<Loss>> LOSSES =
      List.of(SoftmaxCrossEntropy.KIND, MeanSquaredError.KIND);

  private static final List<Kind<Updater>> UPDATERS = List.of(Sgd.KIND, Momentum.KIND, Adam.KIND);

  private static final List<Kind<Initializer>> INITIALIZERS = List.of(Xavier.KIND, He.KIND);

  private static final List<Kind<Schedule>> SCHEDULES =
      List.of(
          ConstantRate.KIND,
          StepDecay.KIND,
          ExponentialDecay.KIND,
          PolynomialDecay.KIND,
          CosineDecay.KIND,
          WarmUp.KIND);

  private Catalogue() {}

  public static Map<String, LayerKind> layers() {
    return byName(LAYERS, LayerKind::name);
  }

  public static Map<String, Kind<Loss>> losses() {
    return byName(LOSSES, Kind::name);
  }

  public static Map<String, Kind<Updater>> updaters() {
    return byName(UPDATERS, Kind::name);
  }

  public static Map<String, Kind<Initializer>> initializers() {
    return byName(INITIALIZERS, Kind::name);
  }

  public static Map<String, Kind<Schedule>> schedules() {
    return byName(SCHEDULES, Kind::name);
  }

  private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
    Map<String, T> named = new LinkedHashMap<>();
    all.forEach(one -> named.put(name.apply(one), one));
    return named;
  }
}
