package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The way from one compared layer (or the loss) down to the next one (or the input), for one story
 * of what was above.
 *
 * @param number how many compared layers are above
 * @param slots that the backward pass goes through
 * @param above where it begins
 * @param end the layer that is compared next; null for the input
 * @param names of its parameters that the student has gradients of, in full and within the layer
 * @param known the mistakes of every place
 */
record Segment(
    int number,
    List<Slot> slots,
    Position above,
    Step end,
    Map<String, String> names,
    Mistakes known) {
  /** What the shape of the input is, if the segment ends there. */
  long[] inputShape() {
    Position at = above;
    for (Slot slot : slots) {
      at = slot.through(at, null);
    }
    return at.delta().shape();
  }

  /** The positions on the right way: before each slot, and at the end. */
  List<Position> rightWay() {
    List<Position> positions = new ArrayList<>();
    positions.add(above == null ? Position.at(null) : above);
    for (Slot slot : slots) {
      positions.add(slot.through(positions.get(positions.size() - 1), null));
    }
    return positions;
  }

  /** The position at the end, from below a slot on without mistakes. */
  Position onFrom(int slot, Position below) {
    Position at = below;
    for (Slot next : slots.subList(slot + 1, slots.size())) {
      at = next.through(at, null);
    }
    return at;
  }

  /** The gradients that are compared at the end, by full name. */
  Map<String, INDArray> gradients(Position at, Mistake inside) {
    if (end == null) {
      return Map.of(Submission.INPUT, at.delta());
    }
    Passed passed = inside == null ? end.backward(at.delta()) : inside.backward().apply(at.delta());
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    names.forEach((full, local) -> gradients.put(full, passed.gradients().get(local)));
    return gradients;
  }

  /** The mistakes inside the layer at the end that change several of its gradients. */
  List<Mistake> inside(Position at) {
    return end == null
        ? List.of()
        : known.of(new Tape.At(end), at).stream()
            .filter(mistake -> mistake.reach() == Mistake.Reach.LAYER)
            .toList();
  }
}
