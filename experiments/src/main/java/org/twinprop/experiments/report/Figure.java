package org.twinprop.experiments.report;

/**
 * A number at the top of a page.
 *
 * @param label what it is
 * @param value in large type
 * @param detail below it
 */
public record Figure(String label, String value, String detail) {}
