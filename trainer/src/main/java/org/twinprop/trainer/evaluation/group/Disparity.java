package org.twinprop.trainer.evaluation.group;

import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * How far two groups lie apart. The two were picked because they lie farthest apart: whether that
 * may be chance is for the tests to say, not for the interval.
 *
 * @param key its name in CSV and JSON
 * @param rate the key of what is compared
 * @param group one group
 * @param comparedWith the other, from which the difference is taken, or to which the ratio
 * @param estimate with Newcombe's interval for the difference of two plain rates, else with the
 *     bootstrap's
 */
public record Disparity(
    String key, String rate, String group, String comparedWith, Estimate estimate) {}
