/** Layers that only rearrange. */
package org.twinprop.layers.shaping;
