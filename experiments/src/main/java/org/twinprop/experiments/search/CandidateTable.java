package org.twinprop.experiments.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.twinprop.experiments.folder.CsvTable;
import org.twinprop.trainer.search.CandidateResult;
import org.twinprop.trainer.search.GroupError;
import org.twinprop.trainer.search.Measures;

/**
 * {@code candidates.csv}: a row for each candidate.
 *
 * @param searched the keys whose values differ, a column each
 */
record CandidateTable(Ranking ranking, List<String> searched) {
  private static final Measures NONE = new Measures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  List<String> header() {
    List<String> header =
        new ArrayList<>(
            List.of(
                "candidate",
                "outcome",
                "epochs",
                "loss",
                "error",
                "worst_group_error",
                "largest_gap",
                "objective",
                "on_front",
                "parameters",
                "seconds"));
    groups().forEach(group -> header.add("error: " + group));
    header.addAll(searched);
    header.add("reason");
    return header;
  }

  void writeTo(CsvTable table) {
    for (CandidateResult one : ranking.all()) {
      table.row(cells(one).toArray());
    }
  }

  private List<Object> cells(CandidateResult one) {
    Measures last = one.last() == null ? NONE : one.last();
    List<Object> cells = new ArrayList<>();
    cells.add(one.number());
    cells.add(one.outcome().name().toLowerCase(Locale.ROOT));
    cells.add(one.epochs().size());
    cells.add(last.loss());
    cells.add(last.error());
    cells.add(last.worstGroupError());
    cells.add(last.largestGap());
    cells.add(one.objective());
    cells.add(ranking.onFront(one));
    cells.add(one.parameters());
    cells.add(one.seconds());
    groups().forEach(group -> cells.add(error(one, group)));
    searched.forEach(key -> cells.add(one.settings().get(key)));
    cells.add(one.reason());
    return cells;
  }

  private static Double error(CandidateResult one, String group) {
    return one.groups().stream()
        .filter(error -> error.group().equals(group))
        .map(GroupError::error)
        .findFirst()
        .orElse(null);
  }

  private Set<String> groups() {
    Set<String> groups = new TreeSet<>();
    ranking.all().forEach(one -> one.groups().forEach(group -> groups.add(group.group())));
    return groups;
  }
}
