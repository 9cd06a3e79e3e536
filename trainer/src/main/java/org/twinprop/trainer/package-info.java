/** Training: the loop, its settings, and what it tells whoever watches. */
package org.twinprop.trainer;
