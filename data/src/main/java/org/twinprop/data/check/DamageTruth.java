package org.twinprop.data.check;

/**
 * One damage of one check.
 *
 * @param severity above 0, up to 1
 */
public record DamageTruth(DamageKind kind, double severity) {}
