package org.twinprop.experiments.curves;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.experiments.training.RunResult;
import org.twinprop.trainer.DivergedException;

/**
 * What came of learning curves, as {@code --json} writes it.
 *
 * @param ok whether all trainings were finished
 * @param outcome how it ended
 * @param experiment what was learned
 * @param folder of the run
 * @param report the page in it
 * @param network as its text
 * @param seed the first of them
 * @param seconds of wall time
 * @param data what the examples were
 * @param points every training
 * @param side of the trade-off: bias, variance or unknown; null if no point was finished
 * @param findings in sentences
 * @param divergence why it ended early, if the loss was not finite
 * @param stoppedBy the signal that asked for its end, if one did
 */
public record CurveResult(
    boolean ok,
    Outcome outcome,
    String experiment,
    String folder,
    String report,
    String network,
    long seed,
    double seconds,
    List<DataOrigin> data,
    List<CurvePoint> points,
    String side,
    List<String> findings,
    @JsonIgnore Optional<DivergedException> divergence,
    @JsonIgnore Optional<StopSignal> stoppedBy)
    implements RunResult {}
