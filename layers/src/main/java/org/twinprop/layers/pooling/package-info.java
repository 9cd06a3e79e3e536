/** Pooling layers. */
package org.twinprop.layers.pooling;
