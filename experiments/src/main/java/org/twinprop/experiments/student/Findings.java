package org.twinprop.experiments.student;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.experiments.student.StudentReport.NumericFinding;
import org.twinprop.experiments.student.StudentReport.OwnParameter;
import org.twinprop.experiments.student.StudentReport.Problem;
import org.twinprop.layers.Shape;
import org.twinprop.layers.check.TensorCheck;

/** What is known so far: whatever ends the student's code, this is handed back. */
final class Findings {
  private final Map<String, INDArray> arrays = new LinkedHashMap<>();
  private final List<OwnParameter> parameters = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<NumericFinding> numeric = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String className;
  private String output;

  synchronized void layer(String name) {
    className = name;
  }

  synchronized void output(Shape shape) {
    output = shape.toString();
  }

  synchronized void parameter(String name, Shape shape) {
    parameters.add(new OwnParameter(name, shape.toString()));
  }

  /** Keeps a copy. */
  synchronized void array(String name, INDArray array) {
    arrays.put(name, array.castTo(DataType.DOUBLE).dup('c'));
  }

  synchronized void problem(String code, List<String> tensors, String text) {
    if (problems.stream().noneMatch(known -> known.text().equals(text))) {
      problems.add(new Problem(code, List.copyOf(tensors), text));
    }
  }

  synchronized void note(String sentence) {
    notes.add(sentence);
  }

  synchronized void numeric(TensorCheck check) {
    numeric.add(
        new NumericFinding(
            "d" + check.name(),
            Arrays.stream(check.shape().sizes()).boxed().toList(),
            check.entries(),
            check.kinks(),
            check.maxRelativeError(),
            check.worst().index(),
            check.worst().analytic(),
            check.worst().numeric(),
            check.verdict().name()));
  }

  synchronized Map<String, INDArray> arrays() {
    return new LinkedHashMap<>(arrays);
  }

  /**
   * @param failure null if there was none
   */
  synchronized StudentReport report(StudentFailure failure) {
    return new StudentReport(
        failure,
        className,
        output,
        List.copyOf(parameters),
        List.copyOf(problems),
        List.copyOf(numeric),
        List.copyOf(notes));
  }
}
