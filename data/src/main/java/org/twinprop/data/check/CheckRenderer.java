package org.twinprop.data.check;

import org.twinprop.data.check.Capture.Captured;
import org.twinprop.data.pen.Chance;

/**
 * Composes images of checks: a printed form, an amount in the hand of one writer, and what scanners
 * and phones do to it. It never changes and can be used by several threads.
 */
public final class CheckRenderer {
  private final CheckWriters writers;
  private final Damage damage;

  /**
   * @param writers whose digits are used
   * @param damage what the checks may suffer
   */
  public CheckRenderer(CheckWriters writers, Damage damage) {
    this.writers = writers;
    this.damage = damage;
  }

  /**
   * One check of an endless series. It depends on the writers, the damage, the seed and its number
   * alone, not on which others are made; what is written on it does not depend on the damage.
   *
   * @param index its number, any
   */
  public RenderedCheck render(long seed, int index) {
    Chance chance = Chance.of(seed, index);
    CheckContent content = CheckContent.draw(writers, chance.split());
    Severities severities = damage.draw(chance.split());
    CheckSheet sheet = CheckSheet.compose(content, severities, chance.split(), chance.split());
    Captured captured = new Capture(severities, chance.split()).of(sheet.image());
    return new RenderedCheck(
        captured.image(), truth(seed, index, content, severities, sheet, captured.view()));
  }

  /**
   * The same check, but only the part of it around the amount: many times faster. Places in the
   * truth are on that part; the corners of the check may lie beyond it.
   */
  public RenderedCheck renderAmount(long seed, int index) {
    Chance chance = Chance.of(seed, index);
    CheckContent content = CheckContent.draw(writers, chance.split());
    Severities severities = damage.draw(chance.split());
    CheckSheet sheet =
        CheckSheet.composeAmount(content, severities, chance.split(), chance.split());
    Captured captured =
        new Capture(severities, chance.split()).of(sheet.image(), CheckSheet.aroundAmount(content));
    return new RenderedCheck(
        captured.image(), truth(seed, index, content, severities, sheet, captured.view()));
  }

  private static CheckTruth truth(
      long seed,
      int index,
      CheckContent content,
      Severities severities,
      CheckSheet sheet,
      View view) {
    return new CheckTruth(
        seed,
        index,
        content.amount().cents(),
        content.amount().written(),
        content.amount().style(),
        content.sign(),
        content.writer().name(),
        content.writer().population(),
        content.layout(),
        content.font(),
        content.ink(),
        severities.truth(),
        view.check(),
        view.seen(sheet.amountField()),
        sheet.digits().stream().map(digit -> digit.at(view.seen(digit.box()))).toList());
  }
}
