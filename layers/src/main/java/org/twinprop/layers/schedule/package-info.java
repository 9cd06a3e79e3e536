/** How the learning rate changes while a network learns. */
package org.twinprop.layers.schedule;
