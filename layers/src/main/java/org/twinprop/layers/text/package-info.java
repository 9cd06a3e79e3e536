/** The network text, and the catalogue of all that it can name. */
package org.twinprop.layers.text;
