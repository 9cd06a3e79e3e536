package org.twinprop.layers.primitives;

/**
 * The numbers of one step of Adam.
 *
 * @param beta1 the share of the mean that remains
 * @param beta2 the share of the mean square that remains
 * @param rate what the quotient is multiplied by, bias corrections included
 * @param floor what is added to the root
 */
public record AdamStep(double beta1, double beta2, double rate, double floor) {}
