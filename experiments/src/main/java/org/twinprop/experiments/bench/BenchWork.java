package org.twinprop.experiments.bench;

import java.util.Locale;

/** Workloads, as the command line calls them. */
public enum BenchWork {
  LENET("Training the convolutional network of 'run checks'"),
  MLP("Training a network of two dense layers on digits"),
  RENTS("Training the network of 'run rents', and the straight line that it has to beat"),
  CHECKS("A whole epoch of 'run checks', and reading checks"),
  VERIFY("Judging the gradients that a student hands in"),
  AUDIT("Auditing a table of predictions"),
  SCALING("How cost grows with examples, parameters and batch size");

  private final String title;

  BenchWork(String title) {
    this.title = title;
  }

  /** What is measured, for a person. */
  public String title() {
    return title;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
