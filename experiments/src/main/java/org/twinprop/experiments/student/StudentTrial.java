package org.twinprop.experiments.student;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What became of the student's code.
 *
 * @param report what its process found; its failure says why if it was not checked to the end
 * @param arrays as far as it came: {@code x}, {@code dy}, {@code mask}, {@code y}, and by full name
 *     {@code parameter W1} and {@code gradient W1}
 * @param output the lines that it printed, the first few
 */
public record StudentTrial(
    StudentReport report, Map<String, INDArray> arrays, List<String> output) {
  public StudentTrial {
    output = List.copyOf(output);
  }
}
