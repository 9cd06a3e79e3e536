/** Convolution layers. */
package org.twinprop.layers.convolution;
