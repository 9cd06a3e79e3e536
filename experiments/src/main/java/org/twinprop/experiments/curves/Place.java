package org.twinprop.experiments.curves;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.twinprop.trainer.evaluation.statistics.Spread;

/**
 * A place on a curve: the same number of examples and the same network, from several seeds.
 *
 * @param examples learned from
 * @param model what the network is called
 * @param parameters of it
 * @param points one for each seed
 */
public record Place(int examples, String model, long parameters, List<CurvePoint> points) {
  Spread training() {
    return spread(CurvePoint::trainingError);
  }

  Spread validation() {
    return spread(CurvePoint::validationError);
  }

  Spread gap() {
    return spread(CurvePoint::gap);
  }

  private Spread spread(ToDoubleFunction<CurvePoint> measure) {
    return Spread.of(points.stream().mapToDouble(measure).toArray());
  }

  /** What a person calls it on this curve. */
  String name(boolean byExamples) {
    return byExamples ? "%,d examples".formatted(examples) : model;
  }
}
