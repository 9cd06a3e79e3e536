package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What follows in a recurrent layer from the gradients da by its pre-activations a_t = x_t Wx +
 * h_(t-1) Wh + b: dWx = sum x_tᵀ da_t, dWh = sum h_(t-1)ᵀ da_t, db = sum da_t, dx_t = da_t Wxᵀ.
 */
final class RecurrentSums {
  private RecurrentSums() {}

  /**
   * @param das one a step, [N, columns]
   */
  static Passed of(Step step, List<INDArray> das) {
    Map<String, INDArray> sums = new LinkedHashMap<>();
    List<INDArray> dxs = new ArrayList<>();
    for (int t = 0; t < das.size(); t++) {
      ofStep(step, das.get(t), t, t - 1)
          .forEach((name, part) -> sums.merge(name, part, INDArray::add));
      dxs.add(das.get(t).mmul(step.parameter("Wx").transpose()));
    }
    return new Passed(Sequences.of(dxs), sums);
  }

  /**
   * The share of one step.
   *
   * @param before the step whose state Wh is taken to have been applied to; none if negative
   */
  static Map<String, INDArray> ofStep(Step step, INDArray da, int t, int before) {
    Map<String, INDArray> share = new LinkedHashMap<>();
    share.put("Wx", Sequences.step(step.x(), t).transpose().mmul(da));
    share.put(
        "Wh",
        before < 0
            ? Nd4j.zerosLike(step.parameter("Wh"))
            : Sequences.step(step.y(), before).transpose().mmul(da));
    share.put("b", da.sum(0));
    return share;
  }

  /** The parameters get the last step's share alone; what goes down is right. */
  static Passed ofLastStep(Step step, List<INDArray> das) {
    int last = das.size() - 1;
    return new Passed(of(step, das).dx(), ofStep(step, das.get(last), last, last - 1));
  }

  /** Wrong ways to sum: one step's share alone. */
  static List<LocalMistake> ofSingleSteps(Step step, String name, List<INDArray> das) {
    List<LocalMistake> mistakes = new ArrayList<>();
    int last = das.size() - 1;
    for (int t = last; t >= 0 && last > 0; t--) {
      mistakes.add(
          new LocalMistake(
              t == last ? Code.LAST_STEP_ONLY : Code.TIME_STEPS_NOT_SUMMED,
              "{tensors} has the share of step %d of %d alone: the steps are not summed"
                  .formatted(t + 1, das.size()),
              ofStep(step, das.get(t), t, t - 1).get(name)));
    }
    if (name.equals("Wh")) {
      mistakes.add(
          new LocalMistake(
              Code.WRONG_LAYER_INPUT,
              "{tensors} was built from the state of each step itself, not of the step before",
              sameStep(step, das)));
    }
    return mistakes;
  }

  private static INDArray sameStep(Step step, List<INDArray> das) {
    INDArray sum = Nd4j.zerosLike(step.parameter("Wh"));
    for (int t = 0; t < das.size(); t++) {
      sum.addi(ofStep(step, das.get(t), t, t).get("Wh"));
    }
    return sum;
  }
}
