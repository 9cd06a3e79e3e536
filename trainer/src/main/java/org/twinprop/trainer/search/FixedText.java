package org.twinprop.trainer.search;

import java.util.List;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/** One text and no other. */
final class FixedText extends TextSpace {
  private final String text;

  FixedText(String text) {
    this.text = text;
  }

  @Override
  public String getValue(double[] numbers) {
    return text;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Arbiter has it
  public List<ParameterSpace> collectLeaves() {
    return List.of();
  }
}
