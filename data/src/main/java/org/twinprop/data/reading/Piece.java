package org.twinprop.data.reading;

/**
 * What a digit may be made of: a component, or a part of one that was cut.
 *
 * @param ink its pixels
 * @param component the number of the component that it is of
 * @param cut the ink that was cut through, between it and the piece before it of the same
 *     component, in widths of a stroke; 0 for its first
 * @param row where it stands
 */
record Piece(Component ink, int component, double cut, Row row) {
  Box box() {
    return ink.box();
  }
}
