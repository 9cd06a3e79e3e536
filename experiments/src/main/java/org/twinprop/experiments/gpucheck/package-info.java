/**
 * Everything that needs a GPU, in one command: parts with a time budget and a verdict each, whose
 * results are kept as they come. The same parts run on the processor.
 */
package org.twinprop.experiments.gpucheck;
