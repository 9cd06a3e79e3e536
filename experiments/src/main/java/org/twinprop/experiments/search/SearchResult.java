package org.twinprop.experiments.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.twinprop.experiments.console.StopSignal;
import org.twinprop.experiments.folder.DataOrigin;
import org.twinprop.experiments.folder.Outcome;
import org.twinprop.trainer.search.CandidateResult;

/**
 * What came of a search, as {@code --json} writes it.
 *
 * @param ok whether it was searched to its end, and a candidate was trained to its own
 * @param outcome completed or interrupted
 * @param experiment what was learned, such as {@code checks}
 * @param folder of the search
 * @param report the page in it
 * @param objective what was made small
 * @param group the column that divides examples into groups; null if there is none
 * @param searched the keys whose values differ
 * @param exhausted whether the space held fewer candidates than were wanted
 * @param candidates every one, in order
 * @param front the numbers of those that no other beats in both error and worst-group error
 * @param best the number of the one with the smallest objective; null if none was trained to its
 *     end
 * @param bestFile the experiment file that trains it; null likewise
 * @param tests of the best, and of both ends of the front
 * @param findings in sentences
 * @param seconds of wall time, of this start alone
 * @param data what the examples were
 * @param resume the command that goes on; null if it is over
 * @param stoppedBy the signal that asked for its end, if one did
 */
public record SearchResult(
    boolean ok,
    Outcome outcome,
    String experiment,
    String folder,
    String report,
    String objective,
    String group,
    List<String> searched,
    boolean exhausted,
    List<CandidateResult> candidates,
    List<Integer> front,
    Integer best,
    String bestFile,
    List<SearchTests.TestResult> tests,
    List<String> findings,
    double seconds,
    List<DataOrigin> data,
    String resume,
    @JsonIgnore Optional<StopSignal> stoppedBy) {}
