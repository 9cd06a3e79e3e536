package org.twinprop.experiments.audit;

import org.twinprop.experiments.table.PredictionTable;
import org.twinprop.trainer.evaluation.group.GroupedTallies;
import org.twinprop.trainer.evaluation.group.RegressionTally;

/** Counts one row of a regression. */
final class RegressionRow implements PredictionTable.RowAction {
  private final AuditRequest request;
  private final Cells cells;
  private final int firstGroup;
  private final String[] groupValues;
  private TallyBook<RegressionTally> book;

  RegressionRow(AuditRequest request) {
    this.request = request;
    cells = new Cells(request.file());
    groupValues = new String[request.groups().size()];
    firstGroup = request.columns().size() - groupValues.length;
  }

  @Override
  public void accept(String[] values, long line) {
    double target = cells.number(values[0], request.label(), line);
    double prediction = cells.number(values[1], request.prediction(), line);
    if (book == null) {
      book = bookFrom(target);
    }
    System.arraycopy(values, firstGroup, groupValues, 0, groupValues.length);
    book.count(groupValues, tally -> tally.add(target, prediction));
  }

  /** Targets are counted from the first of them. */
  private TallyBook<RegressionTally> bookFrom(double origin) {
    return new TallyBook<>(
        request.groups(),
        request.intersect(),
        name -> new RegressionTally(origin, request.seed() + name.hashCode()));
  }

  GroupedTallies<RegressionTally> tallies() {
    return book.tallies();
  }
}
