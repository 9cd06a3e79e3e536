package org.twinprop.data.table;

/**
 * What is done with a column, and why.
 *
 * @param name of the column
 * @param use that is made of it
 * @param group whether results are told by its values
 * @param why in words: what it holds, what it looks like
 */
public record ColumnPlan(String name, ColumnUse use, boolean group, String why) {}
