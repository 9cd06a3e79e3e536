package org.twinprop.data.pen;

/**
 * How a writer writes. Lengths are in units of the digit's height, except where said otherwise.
 *
 * @param slant how far the top leans to the right of the baseline
 * @param tilt the rotation of the line of writing, in radians, clockwise
 * @param aspect the width relative to the glyph's
 * @param bow how far the middle bulges to the right
 * @param waist how much lower than usual the middle lies, which leaves a larger upper half
 * @param penRadius half the width of the line, in pixels of the final image
 * @param pressure how much wider the line is on the way down than across
 * @param tremor the amplitude of the hand's shaking
 * @param rounding the length over which corners are rounded off
 * @param closure how far strokes go on at their ends; negative where they stop early and leave gaps
 * @param ownShape the standard deviation of the writer's control points from the glyph's
 * @param wobble the standard deviation of one digit's control points from the writer's own
 */
record Style(
    double slant,
    double tilt,
    double aspect,
    double bow,
    double waist,
    double penRadius,
    double pressure,
    double tremor,
    double rounding,
    double closure,
    double ownShape,
    double wobble) {

  /** The style of one digit: the writer's, give or take what a steady hand does not control. */
  Style forOneDigit(Chance chance) {
    // A wobbly hand is unsteady in everything.
    double unsteadiness = wobble;
    return new Style(
        slant + 2.5 * unsteadiness * chance.bell(),
        tilt + 1.5 * unsteadiness * chance.bell(),
        aspect * (1 + 4 * unsteadiness * chance.bell()),
        bow + unsteadiness * chance.bell(),
        waist + unsteadiness * chance.bell(),
        penRadius * (1 + 3 * unsteadiness * chance.bell()),
        pressure,
        tremor,
        rounding,
        closure + unsteadiness * chance.bell(),
        ownShape,
        wobble);
  }
}
