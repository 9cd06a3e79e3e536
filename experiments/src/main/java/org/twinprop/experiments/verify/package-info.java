/**
 * What a student sees of a check: which gradient is wrong and where, what mistake explains it, and
 * the same for a whole class.
 */
package org.twinprop.experiments.verify;
