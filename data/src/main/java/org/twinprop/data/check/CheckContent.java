package org.twinprop.data.check;

import java.util.List;
import org.twinprop.data.pen.Chance;

/** What a check says, who wrote it with what, and on what form. */
record CheckContent(
    CheckWriter writer,
    Amount amount,
    DollarSign sign,
    Layout layout,
    Typeface font,
    Ink ink,
    Names names) {
  private static final List<Typeface> FONTS =
      List.of(
          Typeface.SANS,
          Typeface.SANS_CONDENSED,
          Typeface.SERIF,
          Typeface.SERIF_CONDENSED,
          Typeface.MONO);

  static CheckContent draw(CheckWriters writers, Chance chance) {
    CheckWriter writer = writers.draw(chance);
    return new CheckContent(
        writer,
        Amount.draw(writer, chance),
        chance.oneOf(List.of(DollarSign.values())),
        chance.oneOf(List.of(Layout.values())),
        chance.oneOf(FONTS),
        Ink.draw(chance),
        Names.draw(chance));
  }
}
