package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What can go wrong in a recurrent layer on the way down to its input: dx_t = da_t Wxᵀ. */
final class RecurrentInput {
  private RecurrentInput() {}

  /**
   * @param das the right gradients by the pre-activations, given dy
   */
  static List<Mistake> of(Step step, Updates updates, Function<INDArray, List<INDArray>> das) {
    List<Mistake> mistakes = new ArrayList<>();
    INDArray Wx = step.parameter("Wx");
    if (Wx.size(0) == Wx.size(1) && Wx.size(0) > 1) {
      mistakes.add(
          Mistake.input(
              Code.TRANSPOSED,
              "the gradient went back through Wx of " + step.where() + ", not its transpose",
              dy -> dx(das.apply(dy), Wx)));
    }
    for (INDArray dWx : updates.of("Wx" + step.suffix())) {
      mistakes.add(
          new Mistake(
              List.of(Code.UPDATED_WEIGHTS),
              Mistake.Reach.FAMILY,
              "the gradient went back through the Wx of "
                  + step.where()
                  + " that had already been updated (learning rate {constant})",
              dy -> Passed.down(dx(das.apply(dy), Wx.sub(dWx).transpose()))));
    }
    int last = Sequences.steps(step.x()) - 1;
    if (last > 0) {
      mistakes.add(
          Mistake.input(
              Code.LAST_STEP_ONLY,
              "only the last step of " + step.where() + " handed gradient down to its input",
              dy -> Sequences.only(step.backward(dy).dx(), last)));
    }
    return mistakes;
  }

  private static INDArray dx(List<INDArray> das, INDArray WxTransposed) {
    return Sequences.of(das.stream().map(da -> da.mmul(WxTransposed)).toList());
  }
}
