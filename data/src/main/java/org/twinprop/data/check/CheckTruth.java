package org.twinprop.data.check;

import java.util.List;

/**
 * What is known of a check because it was made.
 *
 * @param seed and index: what it was made from
 * @param amountCents the amount in cents
 * @param written the amount as one would type what was written: {@code 1,250 50/100}
 * @param centsStyle how the cents are written
 * @param dollarSign where the dollar sign is from
 * @param writer who wrote the amount
 * @param population the group of people that the writer belongs to
 * @param layout the form
 * @param font the form's
 * @param ink the pen's colour
 * @param damages those that the check has
 * @param check the corners of the check in the image
 * @param amountField the box that the amount is to stand in
 * @param digits those of the amount, as written from left to right
 */
public record CheckTruth(
    long seed,
    int index,
    long amountCents,
    String written,
    CentsStyle centsStyle,
    DollarSign dollarSign,
    String writer,
    String population,
    Layout layout,
    Typeface font,
    Ink ink,
    List<DamageTruth> damages,
    Quad check,
    Quad amountField,
    List<DigitTruth> digits) {
  /** Keeps unmodifiable copies of the lists. */
  public CheckTruth {
    damages = List.copyOf(damages);
    digits = List.copyOf(digits);
  }

  /** How severe a kind of damage is on this check, 0 to 1. */
  public double severity(DamageKind kind) {
    return damages.stream()
        .filter(damage -> damage.kind() == kind)
        .mapToDouble(DamageTruth::severity)
        .findFirst()
        .orElse(0);
  }
}
