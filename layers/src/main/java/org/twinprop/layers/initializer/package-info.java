/** How weights begin. */
package org.twinprop.layers.initializer;
