/** Layers over sequences. */
package org.twinprop.layers.recurrent;
