package org.twinprop.experiments.command;

/** Numbers to train with; help shows the names as they are typed. */
enum Precision {
  float32,
  float64
}
