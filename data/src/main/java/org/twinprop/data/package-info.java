/** Where examples come from: digits and their writers, splits and batches, NumPy archives. */
package org.twinprop.data;
