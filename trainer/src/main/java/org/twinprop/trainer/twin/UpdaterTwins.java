package org.twinprop.trainer.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nd4j.linalg.learning.config.NoOp;
import org.twinprop.layers.updater.Adam;
import org.twinprop.layers.updater.Momentum;
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

  private static final List<UpdaterTwin<?>> ALL = List.of(SGD, MOMENTUM, ADAM);

  private static final Map<Class<?>, UpdaterTwin<?>> BY_CLASS =
      ALL.stream().collect(Collectors.toUnmodifiableMap(UpdaterTwin::updater, twin -> twin));

  private UpdaterTwins() {}

  /** The updater's twin; of one that DL4J has nothing near to, a twin that takes no steps. */
  static UpdaterTwin<?> of(Updater updater) {
    UpdaterTwin<?> twin = BY_CLASS.get(updater.getClass());
    return twin == null ? standingStill(updater.getClass()) : twin;
  }

  /** Whether DL4J has at least something near to it. */
  static boolean has(Updater updater) {
    return BY_CLASS.containsKey(updater.getClass());
  }

  private static <U extends Updater> UpdaterTwin<U> standingStill(Class<U> updater) {
    return new UpdaterTwin<>(
        updater,
        (any, rate) -> new NoOp(),
        any -> Optional.of("DL4J has no updater like " + any + ": its twin cannot be trained"));
  }
}
