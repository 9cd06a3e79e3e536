package org.twinprop.data.check;

/** The forms of checks, each of 1200 x 540 pixels (6 x 2.7 inches at 200 dpi). */
public enum Layout {
  /** A person's: the box at the right end of the payee's line. */
  PERSONAL(
      new FormPlaces(
          new FormPlaces.Place(50, 52),
          new FormPlaces.Place(1090, 58),
          new FormPlaces.Line(770, 120, 190),
          new FormPlaces.Line(200, 218, 690),
          new FormPlaces.Box(935, 166, 225, 66),
          new FormPlaces.Line(50, 292, 1010),
          new FormPlaces.Place(50, 345),
          new FormPlaces.Line(110, 432, 380),
          new FormPlaces.Line(680, 432, 470))),
  /** A company's: date and amount in the upper right corner, words before the payee. */
  BUSINESS(
      new FormPlaces(
          new FormPlaces.Place(420, 52),
          new FormPlaces.Place(1080, 50),
          new FormPlaces.Line(870, 106, 270),
          new FormPlaces.Line(210, 296, 560),
          new FormPlaces.Box(880, 134, 270, 70),
          new FormPlaces.Line(50, 232, 720),
          new FormPlaces.Place(50, 352),
          new FormPlaces.Line(110, 440, 380),
          new FormPlaces.Line(720, 440, 430))),
  /** The box by itself in the middle of the right side. */
  CLASSIC(
      new FormPlaces(
          new FormPlaces.Place(50, 60),
          new FormPlaces.Place(1060, 70),
          new FormPlaces.Line(560, 122, 250),
          new FormPlaces.Line(210, 196, 600),
          new FormPlaces.Box(870, 206, 280, 72),
          new FormPlaces.Line(50, 274, 680),
          new FormPlaces.Place(620, 60),
          new FormPlaces.Line(110, 425, 340),
          new FormPlaces.Line(620, 425, 530))),
  /** The bank's own: the box above the payee's line, at the far right. */
  CASHIER(
      new FormPlaces(
          new FormPlaces.Place(70, 64),
          new FormPlaces.Place(1080, 44),
          new FormPlaces.Line(840, 92, 300),
          new FormPlaces.Line(215, 250, 930),
          new FormPlaces.Box(905, 124, 240, 66),
          new FormPlaces.Line(70, 322, 860),
          new FormPlaces.Place(400, 64),
          new FormPlaces.Line(130, 440, 360),
          new FormPlaces.Line(700, 440, 440)));

  static final int WIDTH = 1200;
  static final int HEIGHT = 540;

  /** The baseline of the routing and account numbers, in the clear band at the lower edge. */
  static final int MICR_BASELINE = 508;

  private final FormPlaces places;

  Layout(FormPlaces places) {
    this.places = places;
  }

  /** Where things stand. */
  FormPlaces places() {
    return places;
  }
}
