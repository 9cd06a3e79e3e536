package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a backward pass stands: the gradient by what it has come to, and those that go around the
 * residual blocks that it is inside of, outermost first.
 */
record Position(INDArray delta, List<INDArray> skips) {
  Position {
    skips = List.copyOf(skips);
  }

  static Position at(INDArray delta) {
    return new Position(delta, List.of());
  }

  /** The gradient around the innermost block. */
  INDArray skipped() {
    return skips.get(skips.size() - 1);
  }

  /**
   * The position below a place.
   *
   * @param mistake that is made there; null for none
   */
  Position through(Tape.Place place, Mistake mistake) {
    if (place instanceof Tape.Meet) {
      List<INDArray> more = new ArrayList<>(skips);
      more.add(delta);
      return new Position(delta, more);
    }
    if (place instanceof Tape.Part) {
      INDArray sum = mistake == null ? delta.add(skipped()) : mistake.backward().apply(delta).dx();
      return new Position(sum, skips.subList(0, skips.size() - 1));
    }
    Step step = ((Tape.At) place).step();
    Passed passed = mistake == null ? step.backward(delta) : mistake.backward().apply(delta);
    return new Position(passed.dx(), skips);
  }

  Position scaled(double factor) {
    return factor == 1 ? this : new Position(delta.mul(factor), skips);
  }

  /** this + share (other - this), for positions at the same place. */
  Position towards(Position other, double share) {
    return new Position(delta.add(other.delta.sub(delta).muli(share)), skips);
  }
}
