package org.twinprop.experiments.folder;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.Examples;

/** Three rents, of a table whose group column is called as a column of the files is. */
final class FewRents implements Examples {
  private static final double[] RENTS = {2000, 2500, 3000};
  private static final List<String> BOROUGHS = List.of("Bronx", "Queens", "Brooklyn");

  @Override
  public String description() {
    return "three rents";
  }

  @Override
  public int size() {
    return RENTS.length;
  }

  @Override
  public long[] inputShape() {
    return new long[] {1};
  }

  @Override
  public List<String> classNames() {
    return List.of();
  }

  @Override
  public long[] targetShape() {
    return new long[] {1};
  }

  @Override
  public void inputs(int[] rows, INDArray into) {
    into.assign(1);
  }

  @Override
  public void targets(int[] rows, INDArray into) {
    for (int i = 0; i < rows.length; i++) {
      into.putScalar(i, 0, RENTS[rows[i]]);
    }
  }

  @Override
  public int classOf(int row) {
    throw new UnsupportedOperationException("rents have no classes");
  }

  @Override
  public List<String> groupColumns() {
    return List.of("target");
  }

  @Override
  public String group(String column, int row) {
    return BOROUGHS.get(row);
  }
}
