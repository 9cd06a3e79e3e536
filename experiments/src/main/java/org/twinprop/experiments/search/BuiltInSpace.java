package org.twinprop.experiments.search;

import java.util.List;
import org.twinprop.experiments.file.Setting;

/** The space of {@code search checks}: networks from one hidden layer to a small LeNet. */
public final class BuiltInSpace {
  private static final String PLACE = "search checks";

  /** Deeper networks first learn their kernels, wider ones cost more. */
  private static final List<String> NETWORKS =
      List.of(
          "flatten dense(whole(32, 256)) relu dense(10) | softmax-xent",
          "flatten dense(whole(64, 256)) relu dropout(uniform(0, 0.5)) dense(whole(32, 128)) relu"
              + " dense(10) | softmax-xent",
          "conv(whole(4, 12),5) relu maxpool(2) flatten dense(whole(32, 128)) relu dense(10)"
              + " | softmax-xent",
          "conv(whole(4, 12),5) relu maxpool(2) conv(whole(8, 24),5) relu maxpool(2) flatten"
              + " dense(whole(32, 128)) relu dense(10) | softmax-xent");

  private BuiltInSpace() {}

  /** Its settings; others may stand in for them. */
  public static List<Setting> checks() {
    return List.of(
        setting("experiment", "checks"),
        setting("network", "choice(" + String.join("; ", NETWORKS) + ")"),
        setting("learning_rate", "log(1e-4, 1e-1)"),
        setting("l2", "log(1e-6, 1e-2)"),
        setting("batch", "choice(32; 64; 128)"));
  }

  private static Setting setting(String key, String text) {
    return new Setting(key, text, PLACE);
  }
}
