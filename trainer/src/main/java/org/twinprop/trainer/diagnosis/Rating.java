package org.twinprop.trainer.diagnosis;

import java.util.List;

/**
 * How well mistakes that were tried fit.
 *
 * @param segment where they were tried
 * @param tensor the only tensor they concern; empty if all of the segment
 * @param codes of them
 * @param fit 1 - |student - predicted| / |student|
 */
record Rating(int segment, String tensor, List<Code> codes, double fit) {}
