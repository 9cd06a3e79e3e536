/**
 * Digits for a machine without data, drawn by simulated writers with a parametric pen.
 *
 * <p>A digit is a {@link org.twinprop.data.pen.Glyph}: strokes whose control points the pen passes
 * through. A {@link org.twinprop.data.pen.Writer} has a {@link org.twinprop.data.pen.Style} and
 * shapes of its own, taken from the {@link org.twinprop.data.pen.Population} that the writer
 * belongs to. A {@link org.twinprop.data.pen.Spline} turns control points into a {@link
 * org.twinprop.data.pen.Trace}, {@link org.twinprop.data.pen.Hand} moves it as a hand would, and
 * {@link org.twinprop.data.pen.Raster} and {@link org.twinprop.data.pen.Normalisation} make the
 * image that MNIST would hold of it.
 *
 * <p>The same seed gives the same bytes on every machine and every Java: the arithmetic is IEEE 754
 * with {@code Math}'s exactly rounded functions, sine and cosine come from {@code StrictMath}, and
 * chance from the plain bits of {@code SplittableRandom}.
 */
package org.twinprop.data.pen;
