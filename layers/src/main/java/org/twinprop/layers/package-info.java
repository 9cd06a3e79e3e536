/** The mathematics: layers, losses, updaters, initialisers and the gradient check. */
package org.twinprop.layers;
