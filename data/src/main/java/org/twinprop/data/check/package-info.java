/**
 * Images of whole checks, composed: a printed {@link org.twinprop.data.check.Form} on {@link
 * org.twinprop.data.check.Paper}, an amount in the hand of one {@link
 * org.twinprop.data.check.CheckWriter} from that writer's own digits, and the {@link
 * org.twinprop.data.check.Damage} that a scanner or a phone does to it. {@link
 * org.twinprop.data.check.CheckRenderer} puts these together; {@link
 * org.twinprop.data.check.CheckTruth} is what is then known.
 *
 * <p>Operations on images come from BoofCV (pure Java, 7 MB with all that it needs): OpenCV would
 * be 30 MB of native code for each kind of machine. Letters are outlines that FontBox reads from
 * the DejaVu fonts, because {@code java.awt.Font} fails on a machine without fontconfig. Java2D
 * fills shapes, headless.
 */
package org.twinprop.data.check;
