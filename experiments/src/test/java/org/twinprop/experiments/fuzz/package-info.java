/**
 * What reads strangers' files, against whatever bytes there are. Each class has a target for
 * coverage-guided fuzzing ({@code .ci/fuzz} runs all of them), and a test that tries all inputs
 * that are kept beside it: seeds, which are valid files or nearly so, and what fuzzing once found.
 */
package org.twinprop.experiments.fuzz;
