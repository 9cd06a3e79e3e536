package org.twinprop.experiments.folds;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.training.RunResult;
import org.twinprop.trainer.DivergedException;
import org.twinprop.trainer.evaluation.group.Audit;
import org.twinprop.trainer.evaluation.statistics.Spread;
import org.twinprop.trainer.verification.VerificationReport;

/**
 * What came of a cross-validation, as {@code --json} writes it.
 *
 * @param ok whether all folds were finished and every check passed
 * @param outcome how it ended
 * @param experiment what was learned, such as {@code checks}
 * @param folder of the run
 * @param report the page in it
 * @param network as its text
 * @param parameters trained numbers of the network
 * @param seed of the run
 * @param folds that were asked for
 * @param finished folds that there are results of
 * @param unit whose groups were kept whole, such as {@code writer}; null where examples stand alone
 * @param seconds of wall time
 * @param data what the examples were
 * @param scores of every network in every fold
 * @param spreads by network: how its error varies over the folds
 * @param verifications every check
 * @param audits by network: the errors of all predicted examples, by group
 * @param findings in sentences
 * @param divergence why it ended early, if the loss was not finite
 * @param stoppedBy the signal that asked for its end, if one did
 */
public record CrossValidationResult(
    boolean ok,
    Outcome outcome,
    String experiment,
    String folder,
    String report,
    String network,
    long parameters,
    long seed,
    int folds,
    int finished,
    String unit,
    double seconds,
    List<DataOrigin> data,
    List<FoldScore> scores,
    Map<String, Spread> spreads,
    List<VerificationReport> verifications,
    Map<String, Audit> audits,
    List<String> findings,
    @JsonIgnore Optional<DivergedException> divergence,
    @JsonIgnore Optional<StopSignal> stoppedBy)
    implements RunResult {}
