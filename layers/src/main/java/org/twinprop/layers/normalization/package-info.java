/** Layers that hold the scale of activations steady. */
package org.twinprop.layers.normalization;
