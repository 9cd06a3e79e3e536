package org.twinprop.data.check;

import java.awt.image.BufferedImage;

/**
 * A check as a scanner or phone sees it.
 *
 * @param image red, green and blue
 * @param truth what it shows
 */
public record RenderedCheck(BufferedImage image, CheckTruth truth) {}
