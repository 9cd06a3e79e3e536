/** How parameters follow their gradients. */
package org.twinprop.layers.updater;
