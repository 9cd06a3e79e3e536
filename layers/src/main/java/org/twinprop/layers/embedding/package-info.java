/** Layers for words and other categories. */
package org.twinprop.layers.embedding;
