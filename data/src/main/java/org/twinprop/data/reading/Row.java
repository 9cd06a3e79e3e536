package org.twinprop.data.reading;

/** Where ink stands in a written amount. */
enum Row {
  /** On the line, as dollars do. */
  LINE,
  /** Over a level stroke, as cents do. */
  RAISED,
  /** Under a level stroke, as their hundred does, or behind it. */
  LOWERED
}
