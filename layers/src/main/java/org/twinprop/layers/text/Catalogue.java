package org.twinprop.layers.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.twinprop.layers.activation.Cube;
import org.twinprop.layers.activation.Elu;
import org.twinprop.layers.activation.Gelu;
import org.twinprop.layers.activation.GeluTanh;
import org.twinprop.layers.activation.HardSigmoid;
import org.twinprop.layers.activation.HardTanh;
import org.twinprop.layers.activation.Identity;
import org.twinprop.layers.activation.LeakyRelu;
import org.twinprop.layers.activation.Mish;
import org.twinprop.layers.activation.Relu;
import org.twinprop.layers.activation.Relu6;
import org.twinprop.layers.activation.Selu;
import org.twinprop.layers.activation.Sigmoid;
import org.twinprop.layers.activation.Softmax;
import org.twinprop.layers.activation.Softplus;
import org.twinprop.layers.activation.Softsign;
import org.twinprop.layers.activation.Swish;
import org.twinprop.layers.activation.Tanh;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.layers.dense.Dense;
import org.twinprop.layers.embedding.Embedding;
import org.twinprop.layers.initializer.Constant;
import org.twinprop.layers.initializer.He;
import org.twinprop.layers.initializer.Initializer;
import org.twinprop.layers.initializer.Lecun;
import org.twinprop.layers.initializer.Orthogonal;
import org.twinprop.layers.initializer.Xavier;
import org.twinprop.layers.initializer.Zeros;
import org.twinprop.layers.loss.Hinge;
import org.twinprop.layers.loss.Huber;
import org.twinprop.layers.loss.Loss;
import org.twinprop.layers.loss.MeanAbsoluteError;
import org.twinprop.layers.loss.MeanSquaredError;
import org.twinprop.layers.loss.SigmoidCrossEntropy;
import org.twinprop.layers.loss.SoftmaxCrossEntropy;
import org.twinprop.layers.loss.SquaredHinge;
import org.twinprop.layers.normalization.BatchNorm;
import org.twinprop.layers.normalization.LayerNorm;
import org.twinprop.layers.pooling.AveragePooling;
import org.twinprop.layers.pooling.GlobalAveragePooling;
import org.twinprop.layers.pooling.MaxPooling;
import org.twinprop.layers.recurrent.LastStep;
import org.twinprop.layers.recurrent.Lstm;
import org.twinprop.layers.recurrent.Rnn;
import org.twinprop.layers.regularization.Dropout;
import org.twinprop.layers.schedule.ConstantRate;
import org.twinprop.layers.schedule.CosineDecay;
import org.twinprop.layers.schedule.ExponentialDecay;
import org.twinprop.layers.schedule.PolynomialDecay;
import org.twinprop.layers.schedule.Schedule;
import org.twinprop.layers.schedule.StepDecay;
import org.twinprop.layers.schedule.WarmUp;
import org.twinprop.layers.shaping.Flatten;
import org.twinprop.layers.shaping.Residual;
import org.twinprop.layers.updater.AdaDelta;
import org.twinprop.layers.updater.AdaGrad;
import org.twinprop.layers.updater.AdaMax;
import org.twinprop.layers.updater.Adam;
import org.twinprop.layers.updater.AdamW;
import org.twinprop.layers.updater.AmsGrad;
import org.twinprop.layers.updater.Momentum;
import org.twinprop.layers.updater.Nadam;
import org.twinprop.layers.updater.Nesterov;
import org.twinprop.layers.updater.RmsProp;
import org.twinprop.layers.updater.Sgd;
import org.twinprop.layers.updater.Updater;

/** All that a text can name. What stands here is parsed, checked, documented and compared. */
public final class Catalogue {
  private static final List<LayerKind> LAYERS =
      List.of(
          Dense.KIND,
          Convolution.KIND,
          MaxPooling.KIND,
          AveragePooling.KIND,
          GlobalAveragePooling.KIND,
          Flatten.KIND,
          BatchNorm.KIND,
          LayerNorm.KIND,
          Dropout.KIND,
          Embedding.KIND,
          Rnn.KIND,
          Lstm.KIND,
          LastStep.KIND,
          Residual.KIND,
          Identity.KIND,
          Relu.KIND,
          Relu6.KIND,
          LeakyRelu.KIND,
          Elu.KIND,
          Selu.KIND,
          Gelu.KIND,
          GeluTanh.KIND,
          Sigmoid.KIND,
          Tanh.KIND,
          Softplus.KIND,
          Softsign.KIND,
          Swish.KIND,
          Mish.KIND,
          HardSigmoid.KIND,
          HardTanh.KIND,
          Cube.KIND,
          Softmax.KIND);

  private static final List<Kind<Loss>> LOSSES =
      List.of(
          SoftmaxCrossEntropy.KIND,
          SigmoidCrossEntropy.KIND,
          MeanSquaredError.KIND,
          MeanAbsoluteError.KIND,
          Huber.KIND,
          Hinge.KIND,
          SquaredHinge.KIND);

  private static final List<Kind<Updater>> UPDATERS =
      List.of(
          Sgd.KIND,
          Momentum.KIND,
          Nesterov.KIND,
          AdaGrad.KIND,
          RmsProp.KIND,
          AdaDelta.KIND,
          Adam.KIND,
          AdamW.KIND,
          AdaMax.KIND,
          AmsGrad.KIND,
          Nadam.KIND);

  private static final List<Kind<Initializer>> INITIALIZERS =
      List.of(Xavier.KIND, He.KIND, Lecun.KIND, Orthogonal.KIND, Zeros.KIND, Constant.KIND);

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
