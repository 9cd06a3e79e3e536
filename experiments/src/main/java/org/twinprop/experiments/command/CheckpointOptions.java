package org.twinprop.experiments.command;

import org.twinprop.experiments.checkpoint.CheckpointSettings;
import picocli.CommandLine.Option;

/** How often a run keeps what it has come to. */
final class CheckpointOptions {
  @Option(
      names = "--checkpoint-every",
      paramLabel = "SECONDS",
      converter = NumberAtLeastZero.class,
      description =
          "Keep a checkpoint so often in long epochs, 0 for after every batch; after each epoch it is"
              + " kept anyway. Default: "
              + CheckpointSettings.EVERY_SECONDS
              + ".")
  private Double every;

  @Option(
      names = "--checkpoints",
      paramLabel = "N",
      converter = WholeNumber.AtLeastOne.class,
      description =
          "How many of the latest checkpoints to leave in the run's folder, besides the best."
              + " Default: "
              + CheckpointSettings.KEPT
              + ".")
  private Integer kept;

  boolean given() {
    return every != null || kept != null;
  }

  CheckpointSettings settings() {
    CheckpointSettings usual = CheckpointSettings.USUAL;
    return new CheckpointSettings(
        every == null ? usual.everySeconds() : every, kept == null ? usual.kept() : kept);
  }
}
