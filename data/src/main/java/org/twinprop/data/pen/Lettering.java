package org.twinprop.data.pen;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person's way to print words by hand: the lean, the spacing, the steadiness. */
public final class Lettering {
  private static final double SPACE = 0.36;

  private final Chance chance;
  private final double slant;
  private final double aspect;
  private final double spacing;
  private final double wobble;

  /**
   * @param person draws the person's habits; the same state, the same habits
   * @param chance draws what differs from one letter to the next
   */
  public Lettering(Chance person, Chance chance) {
    this.chance = chance;
    slant = person.between(-0.08, 0.4);
    aspect = person.between(0.75, 1.15);
    spacing = person.between(0.06, 0.18);
    wobble = person.between(0.008, 0.03);
  }

  /**
   * Writes a line. A character that nobody here can write is left out.
   *
   * @return the strokes, in units of a capital's height: x from 0, y 0 at the baseline and -1 at
   *     the top of a capital
   */
  public List<Path2D> write(String text) {
    List<Path2D> strokes = new ArrayList<>();
    double pen = 0;
    for (int character : text.codePoints().toArray()) {
      Optional<Letter> letter = Letters.of(character);
      if (letter.isPresent()) {
        double rise = 0.4 * wobble * chance.bell();
        for (Stroke stroke : letter.get().strokes()) {
          strokes.add(placed(path(stroke), pen, rise));
        }
        pen += aspect * letter.get().width() + spacing * (1 + 0.3 * chance.bell());
      } else {
        pen += SPACE * aspect;
      }
    }
    return strokes;
  }

  private Path2D path(Stroke stroke) {
    List<ControlPoint> points = new ArrayList<>();
    for (ControlPoint point : stroke.points()) {
      points.add(point.moved(wobble * chance.bell(), wobble * chance.bell()));
    }
    Trace trace = Spline.through(points);
    Path2D path = new Path2D.Double();
    path.moveTo(trace.x(0), trace.y(0));
    for (int i = 1; i < trace.size(); i++) {
      path.lineTo(trace.x(i), trace.y(i));
    }
    return path;
  }

  /** Leaning about the baseline, which is at 1 in letters and at 0 in lines. */
  private Path2D placed(Path2D path, double x, double rise) {
    path.transform(new AffineTransform(aspect, 0, -slant, 1, x + slant, rise - 1));
    return path;
  }
}
