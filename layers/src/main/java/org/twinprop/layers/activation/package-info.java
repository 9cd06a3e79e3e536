/** Functions of one number, applied to every entry, and softmax. */
package org.twinprop.layers.activation;
