package org.twinprop.trainer.diagnosis.student;

import java.util.List;
import java.util.stream.Collectors;

/** y = x + f(x), f being some layers. */
final class StudentResidual extends StudentLayer {
  private final List<StudentLayer> body;

  StudentResidual(StudentLayer... body) {
    this.body = List.of(body);
  }

  @Override
  String text() {
    return body.stream().map(StudentLayer::text).collect(Collectors.joining(" ", "residual(", ")"));
  }

  @Override
  List<StudentLayer> inside() {
    return body;
  }

  @Override
  Values forward(Values x) {
    Values h = x;
    for (StudentLayer layer : body) {
      h = layer.forward(h);
    }
    return sum(x, h);
  }

  @Override
  Values backward(Values dy) {
    Values d = dy;
    for (int i = body.size() - 1; i >= 0; i--) {
      d = body.get(i).backward(d);
    }
    if (makes("skip-path-missing", "around")) {
      return d;
    }
    return makes("skip-path-missing", "through") ? dy : sum(dy, d);
  }

  private static Values sum(Values one, Values other) {
    Values sum = one.copy();
    for (int i = 0; i < sum.entries().length; i++) {
      sum.entries()[i] += other.entries()[i];
    }
    return sum;
  }
}
