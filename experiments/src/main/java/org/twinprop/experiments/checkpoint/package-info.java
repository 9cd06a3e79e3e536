/** Checkpoints: what a run has come to, kept so that it can go on after whatever ended it. */
package org.twinprop.experiments.checkpoint;
