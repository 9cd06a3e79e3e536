package org.twinprop.experiments.checkpoint;

/**
 * How often a run keeps what it has come to, and how much of that. After each epoch it does anyway.
 *
 * @param everySeconds in the middle of an epoch, at least 0: after every batch
 * @param kept how many of the latest are left, at least 1; the best is left besides
 */
public record CheckpointSettings(double everySeconds, int kept) {
  /** What is usual, for options. */
  public static final String EVERY_SECONDS = "60";

  /** What is usual, for options: if the latest is damaged, there is one more. */
  public static final String KEPT = "2";

  public static final CheckpointSettings USUAL =
      new CheckpointSettings(Double.parseDouble(EVERY_SECONDS), Integer.parseInt(KEPT));

  public CheckpointSettings {
    if (!(everySeconds >= 0) || kept < 1) {
      throw new IllegalArgumentException(
          "checkpoints need at least 0 seconds between them and 1 of them, but got %s and %d"
              .formatted(everySeconds, kept));
    }
  }
}
