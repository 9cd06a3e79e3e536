/** The report of a run: one page that opens from disk, for people who write no code too. */
package org.twinprop.experiments.report;
