/** The proof: gradients against differences of the loss. */
package org.twinprop.layers.check;
