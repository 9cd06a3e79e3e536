package org.twinprop.trainer.diagnosis.student;

/**
 * A mistake that a student makes.
 *
 * @param code its stable code
 * @param variant which of several ways to make it; empty where there is one
 * @param amount a constant or a learning rate, where it has one
 * @param other another layer's input, where it is mixed up with this one's
 */
record Plant(String code, String variant, double amount, Values other) {
  static final Plant NONE = new Plant("", "", 0, null);

  static Plant of(String code) {
    return new Plant(code, "", 0, null);
  }

  static Plant of(String code, String variant) {
    return new Plant(code, variant, 0, null);
  }

  static Plant of(String code, String variant, double amount) {
    return new Plant(code, variant, amount, null);
  }

  @Override
  public String toString() {
    return code + (variant.isEmpty() ? "" : " (" + variant + ")");
  }
}
