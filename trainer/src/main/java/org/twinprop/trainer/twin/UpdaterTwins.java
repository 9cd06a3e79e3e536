package org.twinprop.trainer.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nd4j.linalg.learning.config.NoOp;
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

/** The updaters that DL4J has too, or has something near to. */
final class UpdaterTwins {
  private static final UpdaterTwin<Sgd> SGD =
      new UpdaterTwin<>(
          Sgd.class,
          (sgd, rate) -> new org.nd4j.linalg.learning.config.Sgd(rate),
          sgd -> Optional.empty());

  private static final UpdaterTwin<Momentum> MOMENTUM =
      new UpdaterTwin<>(
          Momentum.class,
          (momentum, rate) -> new org.nd4j.linalg.learning.config.Nesterovs(rate, momentum.mu()),
          momentum ->
              Optional.of(
                  "DL4J has no plain momentum: its twin trains by Nesterov's, which looks one step"
                      + " ahead, so that the parameters of the two drift apart"));

  private static final UpdaterTwin<Adam> ADAM =
      new UpdaterTwin<>(
          Adam.class,
          (adam, rate) ->
              org.nd4j.linalg.learning.config.Adam.builder()
                  .beta1(adam.beta1())
                  .beta2(adam.beta2())
                  .epsilon(adam.epsilon())
                  .learningRateSchedule(rate)
                  .build(),
          adam ->
              adam.epsilonHat()
                  ? Optional.empty()
                  : Optional.of(
                      "DL4J's Adam adds epsilon to the root before it corrects the bias (the"
                          + " paper's faster form), so that the parameters of the two drift apart;"
                          + " adam(epsilon-hat=true) takes DL4J's steps"));

  private static final UpdaterTwin<Nesterov> NESTEROV =
      new UpdaterTwin<>(
          Nesterov.class,
          (nesterov, rate) -> new org.nd4j.linalg.learning.config.Nesterovs(rate, nesterov.mu()),
          nesterov -> Optional.empty());

  /** DL4J's copy of this configuration forgets a schedule; the twin sets it again. */
  private static final UpdaterTwin<AdaGrad> ADAGRAD =
      new UpdaterTwin<>(
          AdaGrad.class,
          (adagrad, rate) ->
              new org.nd4j.linalg.learning.config.AdaGrad(rate.valueAt(0, 0), adagrad.epsilon()),
          adagrad ->
              Optional.of(
                  "DL4J's AdaGrad begins its sum of squared gradients at 1e-6, not at 0, so that the"
                      + " parameters of the two drift apart"));

  private static final UpdaterTwin<RmsProp> RMSPROP =
      new UpdaterTwin<>(
          RmsProp.class,
          (rmsprop, rate) ->
              org.nd4j.linalg.learning.config.RmsProp.builder()
                  .rmsDecay(rmsprop.rho())
                  .epsilon(rmsprop.epsilon())
                  .learningRateSchedule(rate)
                  .build(),
          rmsprop ->
              Optional.of(
                  "DL4J's RMSProp begins its mean of squared gradients at epsilon, not at 0, so that"
                      + " the parameters of the two drift apart"));

  private static final UpdaterTwin<AdaDelta> ADADELTA =
      new UpdaterTwin<>(
          AdaDelta.class,
          (adadelta, rate) ->
              new org.nd4j.linalg.learning.config.AdaDelta(adadelta.rho(), adadelta.epsilon()),
          adadelta ->
              Optional.of(
                  "DL4J's AdaDelta has no learning rate, as the paper's: its steps are those of a"
                      + " learning rate of 1, whatever the learning rate"));

  private static final UpdaterTwin<AdaMax> ADAMAX =
      new UpdaterTwin<>(
          AdaMax.class,
          (adamax, rate) ->
              new org.nd4j.linalg.learning.config.AdaMax(
                  rate.valueAt(0, 0), adamax.beta1(), adamax.beta2(), adamax.epsilon()),
          adamax ->
              vanishing(
                  adamax.epsilon(),
                  "DL4J's AdaMax takes an epsilon but adds 1e-32 to the largest gradient in its"
                      + " place, so that the parameters of the two drift apart;"
                      + " adamax(epsilon=1e-32) takes DL4J's steps"));

  private static final UpdaterTwin<AmsGrad> AMSGRAD =
      new UpdaterTwin<>(
          AmsGrad.class,
          (amsgrad, rate) ->
              org.nd4j.linalg.learning.config.AMSGrad.builder()
                  .beta1(amsgrad.beta1())
                  .beta2(amsgrad.beta2())
                  .epsilon(amsgrad.epsilon())
                  .learningRateSchedule(rate)
                  .build(),
          amsgrad ->
              vanishing(
                  amsgrad.epsilon(),
                  "DL4J's AMSGrad adds epsilon to the root before it corrects the bias, so that the"
                      + " parameters of the two drift apart; with an epsilon as small as that of"
                      + " amsgrad(epsilon=1e-32) their steps are the same"));

  private static final UpdaterTwin<Nadam> NADAM =
      new UpdaterTwin<>(
          Nadam.class,
          (nadam, rate) ->
              org.nd4j.linalg.learning.config.Nadam.builder()
                  .beta1(nadam.beta1())
                  .beta2(nadam.beta2())
                  .epsilon(nadam.epsilon())
                  .learningRateSchedule(rate)
                  .build(),
          nadam ->
              Optional.of(
                  "DL4J's Nadam does not correct the bias of the mean square, and corrects that of"
                      + " the mean gradient by 1 - beta1^t where the paper looks ahead to"
                      + " 1 - beta1^(t+1), so that the parameters of the two drift apart"));

  private static final String NO_ADAMW =
      "DL4J has no AdamW: it has weight decay as a setting of layers beside Adam (weightDecay), which"
          + " biases get by another setting and batch norm's gamma and beta not at all; its twin"
          + " cannot be trained";

  private static final List<UpdaterTwin<?>> ALL =
      List.of(SGD, MOMENTUM, NESTEROV, ADAGRAD, RMSPROP, ADADELTA, ADAM, ADAMAX, AMSGRAD, NADAM);

  private static final Map<Class<?>, UpdaterTwin<?>> BY_CLASS =
      ALL.stream().collect(Collectors.toUnmodifiableMap(UpdaterTwin::updater, twin -> twin));

  private UpdaterTwins() {}

  /** The updater's twin; of one that DL4J has nothing near to, a twin that takes no steps. */
  static UpdaterTwin<?> of(Updater updater) {
    UpdaterTwin<?> twin = BY_CLASS.get(updater.getClass());
    if (twin != null) {
      return twin;
    }
    return updater instanceof AdamW
        ? standingStill(AdamW.class, NO_ADAMW)
        : standingStill(
            updater.getClass(),
            "DL4J has no updater like " + updater + ": its twin cannot be trained");
  }

  /** Whether DL4J has at least something near to it. */
  static boolean has(Updater updater) {
    return BY_CLASS.containsKey(updater.getClass());
  }

  private static <U extends Updater> UpdaterTwin<U> standingStill(Class<U> updater, String why) {
    return new UpdaterTwin<>(updater, (any, rate) -> new NoOp(), any -> Optional.of(why));
  }

  /** No difference where epsilon is too small to show, for whatever gradients. */
  private static Optional<String> vanishing(double epsilon, String difference) {
    return epsilon <= 1e-32 && epsilon > 0 ? Optional.empty() : Optional.of(difference);
  }
}
