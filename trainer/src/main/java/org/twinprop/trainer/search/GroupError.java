package org.twinprop.trainer.search;

/**
 * How often a network is wrong about a group.
 *
 * @param group its name
 * @param n examples in it
 * @param error the share of wrong classes; of a regression the root mean squared error
 * @param small whether it has fewer examples than a comparison should rest on
 */
public record GroupError(String group, long n, double error, boolean small) {}
