package org.twinprop.experiments.console;

import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** Draws a bar that leaves room for words on a line of 80: {@code epoch 1 of 3 [=== ] 45% ...}. */
final class CompactBar implements ProgressBarRenderer {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 40;

  @Override
  public String render(ProgressState state, int width) {
    String after =
        "%3.0f%%  %s".formatted(100 * state.getNormalizedProgress(), state.getExtraMessage());
    int room = width - state.getTaskName().length() - after.length() - " [] ".length();
    String line =
        "%s [%s] %s"
            .formatted(state.getTaskName(), bar(state.getNormalizedProgress(), room), after);
    return line.substring(0, Math.min(line.length(), width));
  }

  private static String bar(double share, int room) {
    int length = Math.max(SHORTEST, Math.min(room, LONGEST));
    int filled = (int) Math.round(share * length);
    return "=".repeat(filled) + " ".repeat(length - filled);
  }
}
