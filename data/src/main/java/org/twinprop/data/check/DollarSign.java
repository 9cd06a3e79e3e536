package org.twinprop.data.check;

/** Where the dollar sign of the amount comes from. */
public enum DollarSign {
  /** On the form, left of the box. */
  PRINTED_OUTSIDE,
  /** On the form, within the box. */
  PRINTED_INSIDE,
  /** The writer put it in front of the amount. */
  WRITTEN,
  ABSENT
}
