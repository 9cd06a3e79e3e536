/**
 * How a check is read, up to the digits: the paper found in a photo and straightened, the amount's
 * box found on it, its ink told from form, light and pattern, cut into digits, each brought into
 * the form that MNIST has, and an amount chosen among all ways to read them.
 */
package org.twinprop.data.reading;
