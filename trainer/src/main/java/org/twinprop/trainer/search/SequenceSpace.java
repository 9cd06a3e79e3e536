package org.twinprop.trainer.search;

import java.util.List;
import java.util.stream.Collectors;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/** Texts one after another, such as {@code dense(}, what was drawn, and {@code ) relu}. */
final class SequenceSpace extends TextSpace {
  private final List<TextSpace> parts;

  SequenceSpace(List<TextSpace> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public String getValue(double[] numbers) {
    return parts.stream().map(part -> part.getValue(numbers)).collect(Collectors.joining());
  }

  @Override
  @SuppressWarnings("rawtypes") // as Arbiter has it
  public List<ParameterSpace> collectLeaves() {
    return parts.stream().flatMap(part -> part.collectLeaves().stream()).toList();
  }
}
