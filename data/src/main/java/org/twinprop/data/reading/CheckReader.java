package org.twinprop.data.reading;

import boofcv.struct.image.GrayF32;
import java.util.List;
import java.util.Optional;

/** Reads the amount of a check from a photo of it, or from a scan. */
public final class CheckReader {
  /** Digits are cut apart on twice the check's 200 dots an inch. */
  static final int SCALE = 2;

  /** What is left out along the lines of the amount's box, in pixels of the check. */
  static final int INSET = 4;

  /** How far the sides of a scan may be from those of a check, as a factor. */
  private static final double OTHER_SHAPE = 1.15;

  private final AmountReader reader;

  /**
   * @param classifier that knows digits
   */
  public CheckReader(DigitClassifier classifier) {
    this(classifier, Calibration.NONE);
  }

  /**
   * @param classifier that knows digits
   * @param calibration of its confidence
   */
  public CheckReader(DigitClassifier classifier, Calibration calibration) {
    reader = new AmountReader(classifier, calibration);
  }

  /** What the photo says; if nothing can be read, why. */
  public CheckReading read(Photo photo) {
    Optional<Quadrilateral> paper = PaperFinder.find(photo).or(() -> scan(photo));
    if (paper.isEmpty()) {
      return CheckReading.refused(
          "no check was found: it must lie whole on something darker, or fill the image",
          Optional.empty(),
          Optional.empty());
    }
    StraightCheck check = new StraightCheck(photo, paper.get());
    Optional<Box> found = BoxFinder.find(Grey.smaller(check.whole(), 1));
    if (found.isEmpty()) {
      return CheckReading.refused("no box for the amount was found on it", paper, Optional.empty());
    }
    return read(check, found.get(), paper);
  }

  private CheckReading read(StraightCheck check, Box field, Optional<Quadrilateral> paper) {
    Box inside = field.grown(-INSET, StraightCheck.WIDTH, StraightCheck.HEIGHT);
    GrayF32 ink = InkSeparation.ink(check.part(inside, SCALE), SCALE);
    Optional<Quadrilateral> place =
        Optional.of(check.inPhoto(field.left(), field.top(), field.right(), field.bottom()));
    Optional<AmountReading> amount = reader.read(ink, SCALE);
    return amount.isEmpty()
        ? CheckReading.refused("nothing in its box can be read as an amount", paper, place)
        : new CheckReading(amount, "", paper, place, places(check, inside, amount.get()));
  }

  private static List<Quadrilateral> places(StraightCheck check, Box inside, AmountReading amount) {
    return amount.digits().stream()
        .map(AmountReading.ReadDigit::box)
        .map(
            box ->
                check.inPhoto(
                    inside.left() + box.left() / (double) SCALE,
                    inside.top() + box.top() / (double) SCALE,
                    inside.left() + box.right() / (double) SCALE,
                    inside.top() + box.bottom() / (double) SCALE))
        .toList();
  }

  /** A scan may show a check and nothing else. */
  private static Optional<Quadrilateral> scan(Photo photo) {
    double shape =
        photo.width() / (double) photo.height() / StraightCheck.WIDTH * StraightCheck.HEIGHT;
    return shape < OTHER_SHAPE && shape > 1 / OTHER_SHAPE
        ? Optional.of(Quadrilateral.of(-0.5, -0.5, photo.width() - 0.5, photo.height() - 0.5))
        : Optional.empty();
  }
}
