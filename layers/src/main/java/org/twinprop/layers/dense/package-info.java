/** Dense layers. */
package org.twinprop.layers.dense;
