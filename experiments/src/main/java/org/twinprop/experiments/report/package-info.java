/**
 * Pages of runs, audits and comparisons: each opens from disk, for people who write no code too.
 */
package org.twinprop.experiments.report;
