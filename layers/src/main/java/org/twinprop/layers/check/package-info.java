/**
 * The gradient check: is the derivative that was written by hand the derivative of what was written
 * by hand? {@link org.twinprop.layers.check.LayerCheck} asks it of one layer, {@link
 * org.twinprop.layers.check.NetworkCheck} of a network with its loss, and {@link
 * org.twinprop.layers.check.GradientCheck} of any function of arrays.
 */
package org.twinprop.layers.check;
