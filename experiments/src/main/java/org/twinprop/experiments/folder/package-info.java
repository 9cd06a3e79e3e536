/** A run folder: what ran, what came of it, and what made it, in files that a spreadsheet opens. */
package org.twinprop.experiments.folder;
