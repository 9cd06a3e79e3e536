package org.twinprop.experiments.audit;

import java.util.List;
import java.util.Map;
import org.twinprop.data.SourceFile;
import org.twinprop.trainer.evaluation.group.Audit;

/**
 * What came of an audit, as {@code audit.json} and {@code --json} have it.
 *
 * @param file that was audited, with its checksum
 * @param rows in it
 * @param settings what was asked for
 * @param folder of the results
 * @param report the page in it
 * @param findings in sentences
 * @param limits what cannot be told, in sentences
 * @param notes what a reader should know, in sentences
 * @param audit all numbers
 */
public record AuditResult(
    SourceFile file,
    long rows,
    Map<String, Object> settings,
    String folder,
    String report,
    List<String> findings,
    List<String> limits,
    List<String> notes,
    Audit audit) {}
