/** Experiment files: what to run, as YAML. */
package org.twinprop.experiments.file;
