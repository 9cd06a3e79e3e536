package org.twinprop.experiments.checkpoint;

import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * Something that was measured or checked; one of the two is null.
 *
 * @param metrics a row of {@code metrics.csv}
 * @param verification a check of gradients
 */
record HistoryEntry(EpochMetrics metrics, VerificationReport verification) {}
