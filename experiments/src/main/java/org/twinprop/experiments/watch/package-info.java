/** The report of a run that goes on, for a browser on the same machine. */
package org.twinprop.experiments.watch;
