package org.twinprop.experiments.bench;

import java.util.List;

/**
 * Something that others use for the same work, in Python.
 *
 * @param tool that a Python has or has not
 * @param contestant as results call it
 * @param script that does the work
 */
record Peer(String tool, String contestant, String script) {
  /** What is copied beside every script, for it needs it. */
  static final String PROTOCOL = "contestant.py";

  static final Peer PYTORCH = new Peer("PyTorch", "pytorch", "pytorch_training.py");
  static final Peer PYTORCH_COMPILED =
      new Peer("PyTorch", "pytorch-compile", "pytorch_training.py");
  static final Peer SCIKIT_LEARN =
      new Peer("scikit-learn", "scikit-learn", "scikit_learn_training.py");
  static final Peer SCIKIT_LEARN_SGD =
      new Peer("scikit-learn", "scikit-learn-sgd", "scikit_learn_line.py");
  static final Peer SCIKIT_LEARN_RIDGE =
      new Peer("scikit-learn", "scikit-learn-ridge", "scikit_learn_line.py");
  static final Peer NUMPY = new Peer("NumPy", "numpy", "numpy_training.py");
  static final Peer FAIRLEARN = new Peer("fairlearn", "fairlearn", "fairlearn_audit.py");

  static final List<Peer> ALL =
      List.of(
          PYTORCH,
          PYTORCH_COMPILED,
          SCIKIT_LEARN,
          SCIKIT_LEARN_SGD,
          SCIKIT_LEARN_RIDGE,
          NUMPY,
          FAIRLEARN);

  /** The tool that a contestant is a way to use; the contestant itself if it is none. */
  static String toolOf(String contestant) {
    return ALL.stream()
        .filter(peer -> peer.contestant().equals(contestant))
        .map(Peer::tool)
        .findFirst()
        .orElse(contestant);
  }
}
