package org.twinprop.experiments.folder;

import java.util.Locale;

/** What a network is judged by, beside its loss. */
public enum Score {
  /** Share of examples classified right, 0 to 1. */
  ACCURACY,
  /** Root mean squared error, in the unit of the target. */
  RMSE;

  /** As columns of files are called. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
