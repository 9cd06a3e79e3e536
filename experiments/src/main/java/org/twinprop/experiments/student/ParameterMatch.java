package org.twinprop.experiments.student;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.experiments.student.StudentReport.OwnParameter;
import org.twinprop.experiments.student.StudentReport.Problem;
import org.twinprop.layers.Network;
import org.twinprop.layers.Shape;

/** Whether a student's layer has the parameters and the output of ours, by name and shape. */
final class ParameterMatch {
  private final String like;
  private final List<Problem> problems = new ArrayList<>();

  private ParameterMatch(String like) {
    this.like = like;
  }

  /**
   * What is not as ours.
   *
   * @param like our layer's text
   * @param network of our layer alone
   * @param output the shape of our layer's output
   * @param report of the student's
   */
  static List<Problem> problems(String like, Network network, Shape output, StudentReport report) {
    ParameterMatch match = new ParameterMatch(like);
    Map<String, String> got = new LinkedHashMap<>();
    for (OwnParameter own : report.parameters()) {
      got.put(own.name(), own.shape());
    }
    network
        .descriptions()
        .forEach(
            (name, needed) -> {
              if (needed.trained() || got.containsKey(name)) {
                match.compare(name, needed.shape().toString(), got.remove(name));
              }
            });
    got.forEach(
        (name, shape) ->
            match.add(
                name,
                "has a parameter %s of %s, which %s has not".formatted(plain(name), shape, like)));
    if (!output.toString().equals(report.output())) {
      match.add(
          "y",
          "output gives %s for one example, but %s gives %s"
              .formatted(report.output(), like, output));
    }
    return match.problems;
  }

  private void compare(String name, String needed, String got) {
    if (got == null) {
      add(
          name,
          "has no parameter %s, which must be %s as in %s".formatted(plain(name), needed, like));
    } else if (!got.equals(needed)) {
      add(
          name,
          "has %s of %s, but in %s it is %s%s"
              .formatted(
                  plain(name),
                  got,
                  like,
                  needed,
                  isTransposed(got, needed) ? ": looks transposed" : ""));
    }
  }

  private void add(String name, String text) {
    problems.add(
        new Problem(
            "not-like",
            List.of(name),
            "The layer " + text + ". It was checked against differences of its own output alone."));
  }

  private static boolean isTransposed(String got, String needed) {
    String[] sizes = got.split("x");
    return sizes.length == 2 && (sizes[1] + "x" + sizes[0]).equals(needed);
  }

  /** As the layer itself names it: without the number. */
  private static String plain(String fullName) {
    return fullName.replaceFirst("\\d+$", "");
  }
}
