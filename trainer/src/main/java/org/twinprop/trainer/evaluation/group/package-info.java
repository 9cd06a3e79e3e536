/**
 * Metrics of each group of people, how far they lie apart, and whether that could be chance. All of
 * it comes from tallies whose size does not grow with the number of examples, so that a table of
 * any length can be audited as it streams by.
 */
package org.twinprop.trainer.evaluation.group;
