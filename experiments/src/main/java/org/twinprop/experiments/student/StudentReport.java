package org.twinprop.experiments.student;

import java.util.List;

/**
 * What the process of the student's code hands back beside its arrays.
 *
 * @param failure why it ended early; null if it did not
 * @param className of the layer; null if it did not come so far
 * @param output the shape of one example's output; null if it did not come so far
 * @param parameters that the layer asks for, by full name as {@code W1}
 * @param problems rules of {@link org.twinprop.layers.Layer} that it breaks, a sentence each
 * @param numeric each gradient against differences of the student's own forward pass
 * @param notes what else a reader should know, a sentence each
 */
public record StudentReport(
    StudentFailure failure,
    String className,
    String output,
    List<OwnParameter> parameters,
    List<Problem> problems,
    List<NumericFinding> numeric,
    List<String> notes) {
  /**
   * @param name full, as {@code W1}
   * @param shape as {@code 10x32}
   */
  public record OwnParameter(String name, String shape) {}

  /**
   * @param code stable
   * @param tensors that it is about
   * @param text one sentence on the cause, one on the fix
   */
  public record Problem(String code, List<String> tensors, String text) {}

  /**
   * One gradient against differences.
   *
   * @param name {@code dW1}, {@code dx}
   * @param shape of the whole array
   * @param entries how many were checked
   * @param kinks at how many of them the layer has a kink
   * @param maxRelativeError over the checked entries
   * @param index of the worst entry; empty for the sum over all entries at kinks
   * @param student the student's value there
   * @param numeric the difference quotient there
   * @param verdict {@code OK}, {@code KINK} or {@code WRONG}
   */
  public record NumericFinding(
      String name,
      List<Long> shape,
      long entries,
      long kinks,
      double maxRelativeError,
      List<Long> index,
      double student,
      double numeric,
      String verdict) {}
}
