/**
 * The search for better settings: spaces of settings, candidates drawn from them by Arbiter's
 * generators, an objective that can ask for whom a network is best, and the loop that trains one
 * candidate after another.
 *
 * <p>Spaces and generators are Arbiter's ({@link
 * org.deeplearning4j.arbiter.optimize.api.ParameterSpace}, {@link
 * org.deeplearning4j.arbiter.optimize.api.CandidateGenerator}). Its runner is not used: it cannot
 * take up a search that was killed, reports results in the order in which threads happen to finish,
 * so that a genetic search is never the same twice, and leaves no way to end a candidate early.
 */
package org.twinprop.trainer.search;
