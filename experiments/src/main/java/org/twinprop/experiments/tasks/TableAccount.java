package org.twinprop.experiments.tasks;

import java.util.List;
import org.twinprop.data.table.ColumnPlan;

/**
 * What a run says about the table that it learns from.
 *
 * @param columns what is done with each, and why
 * @param kind that it is a regression or a classification, and why, in a sentence
 * @param notes what else a person should know
 * @param pipelineJson the DataVec process that makes numbers of rows
 */
public record TableAccount(
    List<ColumnPlan> columns, String kind, List<String> notes, String pipelineJson) {}
