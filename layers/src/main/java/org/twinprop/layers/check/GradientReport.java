package org.twinprop.layers.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a gradient check found about every variable.
 *
 * @param tensors in the order in which they were checked; at least one
 */
public record GradientReport(List<TensorCheck> tensors) {
  public GradientReport {
    tensors = List.copyOf(tensors);
  }

  /** Whether no gradient is wrong. */
  public boolean passed() {
    return tensors.stream().noneMatch(tensor -> tensor.verdict() == Verdict.WRONG);
  }

  /** The tensor with the largest relative error. */
  public TensorCheck worst() {
    return tensors.stream()
        .max(Comparator.comparingDouble(TensorCheck::maxRelativeError))
        .orElseThrow();
  }

  /**
   * The finding for the variable of this name.
   *
   * @throws IllegalArgumentException if it was not checked
   */
  public TensorCheck of(String name) {
    return tensors.stream()
        .filter(tensor -> tensor.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " was not checked"));
  }

  /** A line for each variable. */
  @Override
  public String toString() {
    return tensors.stream().map(TensorCheck::toString).collect(Collectors.joining("\n"));
  }
}
