package org.twinprop.experiments.audit;

import org.twinprop.experiments.table.PredictionTable;

/** Counts one row of a classification. */
final class ClassificationRow implements PredictionTable.RowAction {
  private final AuditRequest request;
  private final Classes classes;
  private final TallyBook<ScoredTally> book;
  private final Cells cells;
  private final int score;
  private final int firstGroup;
  private final String[] groupValues;

  ClassificationRow(AuditRequest request, Classes classes, TallyBook<ScoredTally> book) {
    this.request = request;
    this.classes = classes;
    this.book = book;
    cells = new Cells(request.file());
    score = request.score() == null ? -1 : 2;
    groupValues = new String[request.groups().size()];
    firstGroup = request.columns().size() - groupValues.length;
  }

  @Override
  public void accept(String[] values, long line) {
    String labelName = cells.className(values[0], request.label(), line);
    int label = classes.number(labelName);
    int prediction = classes.number(cells.className(values[1], request.prediction(), line));
    System.arraycopy(values, firstGroup, groupValues, 0, groupValues.length);
    if (score < 0) {
      book.count(groupValues, tally -> tally.confusion().add(label, prediction));
      return;
    }
    double probability = cells.score(values[score], request.score(), line);
    boolean positive =
        request.positive() == null
            ? Classes.soundsPositive(labelName)
            : labelName.equals(request.positive());
    book.count(
        groupValues,
        tally -> {
          tally.confusion().add(label, prediction);
          tally.ofPositive().add(probability, positive);
          tally.ofCorrect().add(probability, label == prediction);
        });
  }
}
