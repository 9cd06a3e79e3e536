package org.twinprop.experiments.compare;

import java.util.List;

/**
 * What came of a comparison, as {@code compare.json} and {@code --json} have it.
 *
 * @param runs what was compared, the first being what the others are compared with
 * @param examples that all of them predicted
 * @param seed of the resampling
 * @param folder of the results
 * @param report the page in it
 * @param findings in sentences
 * @param warnings groups that the best one overall is worse for, in sentences
 * @param comparison all numbers
 */
public record CompareResult(
    List<String> runs,
    long examples,
    long seed,
    String folder,
    String report,
    List<String> findings,
    List<String> warnings,
    Comparison comparison) {}
