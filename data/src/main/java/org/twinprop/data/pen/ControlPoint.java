package org.twinprop.data.pen;

/**
 * A point that the pen passes through, in units of the digit's height: x to the right, y downwards
 * from the top (0) to the baseline (1).
 *
 * @param corner whether the pen turns sharply here
 */
record ControlPoint(double x, double y, boolean corner) {
  ControlPoint moved(double right, double down) {
    return new ControlPoint(x + right, y + down, corner);
  }
}
