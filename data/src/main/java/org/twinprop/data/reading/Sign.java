package org.twinprop.data.reading;

/** What a sign of a written amount can be. */
enum Sign {
  CURRENCY,
  DOLLARS,
  COMMA,
  POINT,
  CENTS,
  SLASH,
  HUNDRED,
  NOTHING
}
