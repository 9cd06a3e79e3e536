package org.twinprop.experiments.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.reading.CheckScores;
import org.twinprop.trainer.DivergedException;
import org.twinprop.trainer.EpochMetrics;
import org.twinprop.trainer.evaluation.GroupErrorRate;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * What came of a run, as {@code --json} writes it.
 *
 * @param ok whether it was trained to its end and every check passed
 * @param outcome how it ended
 * @param experiment what was learned, such as {@code checks}
 * @param folder of the run
 * @param report the page in it
 * @param network as its text
 * @param parameters trained numbers of the network
 * @param seed of the run
 * @param epochs that were finished
 * @param seconds of wall time
 * @param data what the examples were
 * @param metrics every row of {@code metrics.csv}
 * @param verifications every check
 * @param agreements test examples that both networks gave the same answer for; null without a twin
 *     or if there was no test
 * @param groups how often each network is wrong about each group; {@code groups.csv} has more
 * @param audits of numbers, how far each network is off for each group; empty for classes
 * @param findings in sentences
 * @param wholeChecks how well whole checks were read; null if none were
 * @param divergence why it ended early, if the loss was not finite
 * @param stoppedBy the signal that asked for its end, if one did
 */
public record ExperimentResult(
    boolean ok,
    Outcome outcome,
    String experiment,
    String folder,
    String report,
    String network,
    long parameters,
    long seed,
    int epochs,
    double seconds,
    List<DataOrigin> data,
    List<EpochMetrics> metrics,
    List<VerificationReport> verifications,
    Long agreements,
    List<GroupErrorRate> groups,
    Map<String, Audit> audits,
    List<String> findings,
    CheckScores wholeChecks,
    @JsonIgnore Optional<DivergedException> divergence,
    @JsonIgnore Optional<StopSignal> stoppedBy)
    implements RunResult {}
