package org.twinprop.experiments.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.folder.Provenance;
import org.twinprop.experiments.folder.Score;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.evaluation.GroupErrorRate;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * What a report tells. Every list may be empty: its section then says what is missing, or is left
 * out.
 *
 * @param title what ran, in a few words
 * @param introduction what was done and with whose data, in a sentence or two for everyone
 * @param findings what came of it, in plain sentences, the most important first
 * @param notes what a reader should know before trusting it
 * @param score what the networks are judged by
 * @param settings by name, in the order to show them
 * @param metrics of every epoch, split and network
 * @param verifications the checks, in the order they were made
 * @param groups error rates of both networks; the column {@code overall} has everyone
 * @param gallery images that were misread, to look at
 * @param features of the first layer, where it can be looked at
 * @param provenance what made this run
 * @param columns what is done with each column of a table, and why
 * @param unit of predicted numbers; may be empty
 */
public record ReportData(
    String title,
    String introduction,
    List<String> findings,
    List<String> notes,
    Score score,
    Map<String, Object> settings,
    List<EpochMetrics> metrics,
    List<VerificationReport> verifications,
    List<GroupErrorRate> groups,
    List<WrongDigit> gallery,
    Optional<Features> features,
    Provenance provenance,
    Optional<DataTable> columns,
    String unit) {
  /** Of examples that are no table, and of which classes are told. */
  public ReportData(
      String title,
      String introduction,
      List<String> findings,
      List<String> notes,
      Score score,
      Map<String, Object> settings,
      List<EpochMetrics> metrics,
      List<VerificationReport> verifications,
      List<GroupErrorRate> groups,
      List<WrongDigit> gallery,
      Optional<Features> features,
      Provenance provenance) {
    this(
        title,
        introduction,
        findings,
        notes,
        score,
        settings,
        metrics,
        verifications,
        groups,
        gallery,
        features,
        provenance,
        Optional.empty(),
        "");
  }

  /** Keeps unmodifiable copies of the collections. */
  public ReportData {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    metrics = List.copyOf(metrics);
    verifications = List.copyOf(verifications);
    groups = List.copyOf(groups);
    gallery = List.copyOf(gallery);
  }
}
