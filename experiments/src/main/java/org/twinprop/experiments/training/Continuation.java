package org.twinprop.experiments.training;

import java.nio.file.Path;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.experiments.checkpoint.Checkpoint;
import org.twinprop.experiments.checkpoint.CheckpointWriter;
import org.twinprop.trainer.Fit;

/**
 * How a run can go on: what it goes on from, and who keeps what it comes to.
 *
 * @param run its folder
 * @param before what it goes on from; empty if it begins
 * @param writer of checkpoints
 */
record Continuation(Path run, Optional<Checkpoint> before, CheckpointWriter writer)
    implements AutoCloseable {

  /** Tells the recorder all that was measured before. */
  void replay(Recorder recorder) {
    before.ifPresent(checkpoint -> checkpoint.replay(recorder::measured, recorder::verified));
  }

  /**
   * The training with its state taken over, and kept. Once taken over, the checkpoint's arrays are
   * freed.
   *
   * @throws BadInput if the checkpoint is of other networks
   */
  Fit continued(Fit fit) {
    before.ifPresent(
        checkpoint -> {
          try (checkpoint) {
            fit.goingOnFrom(checkpoint.state());
          } catch (IllegalArgumentException e) {
            throw new BadInput(
                "%s: the checkpoint does not fit the network of config.yaml: %s; run it anew"
                    .formatted(run, e.getMessage()),
                e);
          }
        });
    return fit.keptBy(writer);
  }

  @Override
  public void close() {
    writer.close();
  }
}
