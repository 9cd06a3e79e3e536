/** Layers that hold a network back from learning by heart. */
package org.twinprop.layers.regularization;
