package org.twinprop.data.reading;

import java.util.List;
import java.util.Optional;

/**
 * What was read from a photo.
 *
 * @param amount empty if nothing could be read
 * @param refusal why not; empty if there is an amount
 * @param paper the corners of the check in the photo; empty if no check was found
 * @param field the corners of the amount's box in the photo; empty if none was found
 * @param places where each digit of the amount is in the photo
 */
public record CheckReading(
    Optional<AmountReading> amount,
    String refusal,
    Optional<Quadrilateral> paper,
    Optional<Quadrilateral> field,
    List<Quadrilateral> places) {
  /** Keeps an unmodifiable copy of the list. */
  public CheckReading {
    places = List.copyOf(places);
  }

  static CheckReading refused(
      String why, Optional<Quadrilateral> paper, Optional<Quadrilateral> field) {
    return new CheckReading(Optional.empty(), why, paper, field, List.of());
  }
}
