package org.twinprop.data.check;

import java.awt.geom.Rectangle2D;

/** Where things stand on a form, in pixels of a check of 1200 x 540 (6 x 2.7 inches at 200 dpi). */
public enum Layout {
  /** A person's: the box at the right end of the payee's line. */
  PERSONAL(
      new Place(50, 52),
      new Place(1090, 58),
      new Line(770, 120, 190),
      new Line(200, 218, 690),
      new Box(935, 166, 225, 66),
      new Line(50, 292, 1010),
      new Place(50, 345),
      new Line(110, 432, 380),
      new Line(680, 432, 470)),
  /** A company's: date and amount in the upper right corner, words before the payee. */
  BUSINESS(
      new Place(420, 52),
      new Place(1080, 50),
      new Line(870, 106, 270),
      new Line(210, 296, 560),
      new Box(880, 134, 270, 70),
      new Line(50, 232, 720),
      new Place(50, 352),
      new Line(110, 440, 380),
      new Line(720, 440, 430)),
  /** The box by itself in the middle of the right side. */
  CLASSIC(
      new Place(50, 60),
      new Place(1060, 70),
      new Line(560, 122, 250),
      new Line(210, 196, 600),
      new Box(870, 206, 280, 72),
      new Line(50, 274, 680),
      new Place(620, 60),
      new Line(110, 425, 340),
      new Line(620, 425, 530)),
  /** The bank's own: the box above the payee's line, at the far right. */
  CASHIER(
      new Place(70, 64),
      new Place(1080, 44),
      new Line(840, 92, 300),
      new Line(215, 250, 930),
      new Box(905, 124, 240, 66),
      new Line(70, 322, 860),
      new Place(400, 64),
      new Line(130, 440, 360),
      new Line(700, 440, 440));

  static final int WIDTH = 1200;
  static final int HEIGHT = 540;

  /** The baseline of the routing and account numbers, in the clear band at the lower edge. */
  static final int MICR_BASELINE = 508;

  private final Place payer;
  private final Place number;
  private final Line date;
  private final Line payee;
  private final Box amount;
  private final Line words;
  private final Place bank;
  private final Line memo;
  private final Line signature;

  Layout(
      Place payer,
      Place number,
      Line date,
      Line payee,
      Box amount,
      Line words,
      Place bank,
      Line memo,
      Line signature) {
    this.payer = payer;
    this.number = number;
    this.date = date;
    this.payee = payee;
    this.amount = amount;
    this.words = words;
    this.bank = bank;
    this.memo = memo;
    this.signature = signature;
  }

  /** The left end of a first line of text. */
  record Place(double x, double baseline) {}

  /** A line to write on. */
  record Line(double x, double baseline, double length) {}

  /** A box to write in. */
  record Box(double x, double y, double width, double height) {
    Rectangle2D rectangle() {
      return new Rectangle2D.Double(x, y, width, height);
    }
  }

  Place payer() {
    return payer;
  }

  Place number() {
    return number;
  }

  Line date() {
    return date;
  }

  Line payee() {
    return payee;
  }

  Box amount() {
    return amount;
  }

  Line words() {
    return words;
  }

  Place bank() {
    return bank;
  }

  Line memo() {
    return memo;
  }

  Line signature() {
    return signature;
  }
}
