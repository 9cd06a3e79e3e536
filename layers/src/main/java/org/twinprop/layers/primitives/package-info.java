/** The arithmetic that the layers stand on, and how batches lie in memory. */
package org.twinprop.layers.primitives;
