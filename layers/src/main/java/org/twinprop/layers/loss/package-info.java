/** How wrong a row of outputs is. */
package org.twinprop.layers.loss;
