package org.twinprop.trainer.diagnosis;

import java.util.List;

/** One thing that the backward pass goes through: the loss, or a place on the tape. */
interface Slot {
  /**
   * The position below.
   *
   * @param above null for the loss, where the backward pass begins
   * @param mistake that is made here; null for none
   */
  Position through(Position above, Mistake mistake);

  /** The mistakes that can be made here. */
  List<Mistake> mistakes(Position above);

  /** The layer's number, 0 for the loss. */
  int number();

  /** What messages call it. */
  String where();

  /** The loss. */
  record OfLoss(LossMistakes loss) implements Slot {
    @Override
    public Position through(Position above, Mistake mistake) {
      return Position.at(mistake == null ? loss.gradient() : mistake.backward().apply(null).dx());
    }

    @Override
    public List<Mistake> mistakes(Position above) {
      return loss.mistakes();
    }

    @Override
    public int number() {
      return 0;
    }

    @Override
    public String where() {
      return "the loss";
    }
  }

  /**
   * A place on the tape.
   *
   * @param compared whether the gradients by its parameters have been compared before
   * @param pending the mistake inside it that was found then; null for none
   */
  record OfPlace(Tape.Place place, Mistakes known, boolean compared, Mistake pending)
      implements Slot {
    @Override
    public Position through(Position above, Mistake mistake) {
      return above.through(place, mistake == null ? pending : mistake);
    }

    @Override
    public List<Mistake> mistakes(Position above) {
      if (pending != null) {
        return List.of();
      }
      return known.of(place, above).stream()
          .filter(mistake -> !compared || mistake.reach() != Mistake.Reach.LAYER)
          .toList();
    }

    @Override
    public int number() {
      return place instanceof Tape.At at
          ? at.step().number()
          : place instanceof Tape.Part part ? part.number() : 0;
    }

    @Override
    public String where() {
      return place instanceof Tape.At at
          ? at.step().where()
          : place instanceof Tape.Part part ? part.where() : "";
    }
  }
}
