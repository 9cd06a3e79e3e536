package org.twinprop.experiments.tasks;

/**
 * How a person speaks of a task's examples.
 *
 * @param title what it is about, in a few words
 * @param examples what they are, in the plural
 * @param origin where they are from
 * @param advice how to get better ones; empty for none
 * @param caution what a reader of a report should know of them; empty for nothing
 * @param apart why no example is in two parts, where that is not for who wrote them; empty where
 *     people did, so that this is the question
 */
public record Wording(
    String title, String examples, String origin, String advice, String caution, String apart) {}
