package org.twinprop.data.check;

/** What a digit of an amount counts. */
public enum DigitRole {
  DOLLARS,
  CENTS,
  /** Part of the hundred under the cents; it says nothing about the amount. */
  HUNDRED
}
