/**
 * Whole checks, read with a trained network: from a photo to an amount, and how often it is right.
 */
package org.twinprop.experiments.reading;
