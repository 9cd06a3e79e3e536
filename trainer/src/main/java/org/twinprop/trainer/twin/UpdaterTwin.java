package org.twinprop.trainer.twin;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.twinprop.layers.updater.Updater;

/**
 * How DL4J writes the updaters of one class.
 *
 * @param updater the class
 * @param writer writes one such updater, or the nearest that DL4J has, with this learning rate
 * @param difference why its steps are not ours, in words; empty if they are
 */
record UpdaterTwin<U extends Updater>(
    Class<U> updater,
    BiFunction<U, ISchedule, IUpdater> writer,
    Function<U, Optional<String>> difference) {
  IUpdater write(Updater any, ISchedule learningRate) {
    return writer.apply(updater.cast(any), learningRate);
  }

  Optional<String> differenceOf(Updater any) {
    return difference.apply(updater.cast(any));
  }
}
