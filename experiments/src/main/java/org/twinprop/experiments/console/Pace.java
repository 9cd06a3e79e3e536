package org.twinprop.experiments.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinprop.trainer.evaluation.Findings;

/** How training goes at the moment: losses, examples a second, time left. */
final class Pace {
  /** Of the loss shown, how much is of the past: one batch alone jumps too much to be read. */
  private static final double SMOOTHING = 0.9;

  private final Map<String, Double> losses = new LinkedHashMap<>();
  private final int epochs;
  private final int batches;
  private long before;
  private long seen;
  private long examples;
  private long nanoseconds;
  private long lastMoment = System.nanoTime();

  Pace(int epochs, int batches) {
    this.epochs = epochs;
    this.batches = batches;
  }

  /** These batches were learned before: they tell nothing, and are not to come. */
  void skip(long learned) {
    before = learned;
  }

  /** Leaves out the time since the last batch: something else was done in it. */
  void pause() {
    lastMoment = System.nanoTime();
  }

  void add(int batchExamples, Map<String, Double> batchLosses) {
    long now = System.nanoTime();
    nanoseconds += now - lastMoment;
    lastMoment = now;
    examples += batchExamples;
    seen++;
    batchLosses.forEach(
        (name, loss) ->
            losses.merge(name, loss, (old, next) -> SMOOTHING * old + (1 - SMOOTHING) * next));
  }

  double examplesPerSecond() {
    return examples / (nanoseconds / 1e9);
  }

  double secondsLeft() {
    return (double) nanoseconds / 1e9 / seen * ((long) epochs * batches - before - seen);
  }

  /** For the end of a line that is short: the hand-written network's loss stands first. */
  String inShort() {
    return "loss %s  %,.0f/s  %s left"
        .formatted(
            losses().replaceFirst(Findings.displayName("handwritten") + " ", ""),
            examplesPerSecond(),
            Formats.duration(secondsLeft()));
  }

  @Override
  public String toString() {
    return "loss %s; %,.0f examples/s; %s left"
        .formatted(losses(), examplesPerSecond(), Formats.duration(secondsLeft()));
  }

  private String losses() {
    return losses.entrySet().stream()
        .map(entry -> Findings.displayName(entry.getKey()) + " " + Formats.loss(entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
