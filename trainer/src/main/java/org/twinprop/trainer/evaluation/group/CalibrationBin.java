package org.twinprop.trainer.evaluation.group;

import org.twinprop.trainer.evaluation.statistics.Estimate;

/**
 * Examples with scores of one tenth of the scale.
 *
 * @param from scores above this (the first bin: from 0)
 * @param to and up to this
 * @param n examples
 * @param meanScore of them
 * @param outcome the share that came true
 */
public record CalibrationBin(double from, double to, long n, double meanScore, Estimate outcome) {}
