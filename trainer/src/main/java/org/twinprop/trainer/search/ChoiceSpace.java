package org.twinprop.trainer.search;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.discrete.DiscreteParameterSpace;

/** One of several texts. What is drawn within those that were not chosen goes unused. */
final class ChoiceSpace extends TextSpace {
  private final List<TextSpace> options;
  private final DiscreteParameterSpace<Integer> chosen;

  private ChoiceSpace(List<TextSpace> options) {
    this.options = List.copyOf(options);
    chosen = new DiscreteParameterSpace<>(IntStream.range(0, options.size()).boxed().toList());
  }

  /** A choice of one is none: Arbiter's grid cannot deal with a single value. */
  static TextSpace of(List<TextSpace> options) {
    return options.size() == 1 ? options.get(0) : new ChoiceSpace(options);
  }

  @Override
  public String getValue(double[] numbers) {
    return options.get(chosen.getValue(numbers)).getValue(numbers);
  }

  @Override
  @SuppressWarnings("rawtypes") // as Arbiter has it
  public List<ParameterSpace> collectLeaves() {
    return Stream.concat(
            Stream.of((ParameterSpace) chosen),
            options.stream().flatMap(option -> option.collectLeaves().stream()))
        .toList();
  }
}
