package org.twinprop.trainer.mitigation;

import java.util.Arrays;
import org.twinprop.data.Examples;
import org.twinprop.layers.loss.GroupDro;
import org.twinprop.trainer.BatchWeighting;
import org.twinprop.trainer.ExampleWeighting;

/** Weights of examples by their groups. */
public final class GroupWeights {
  private GroupWeights() {}

  /**
   * Every group counts as much as any other: of N examples in G groups, one of a group with n_g of
   * them weighs N / (G n_g), so that weights are 1 on average.
   *
   * @param train to learn from
   * @param column of the groups
   * @throws org.twinprop.data.BadInput if there is no such column, or a single group
   */
  public static ExampleWeighting balanced(Examples train, String column) {
    GroupNumbers groups = GroupNumbers.of(train, column);
    double[] weights =
        Arrays.stream(groups.ofRow())
            .mapToDouble(
                group -> train.size() / ((double) groups.sizes().length * groups.sizes()[group]))
            .toArray();
    return rows -> losses -> Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray();
  }

  /**
   * Groups count the more, the larger their losses are: {@link GroupDro}.
   *
   * @param eta how fast the weights of groups follow their losses
   */
  public static ExampleWeighting robust(Examples train, String column, double eta) {
    GroupNumbers groups = GroupNumbers.of(train, column);
    return new Robust(groups, new GroupDro(groups.sizes().length, eta));
  }

  /** Remembers the weights of the groups from batch to batch. */
  private record Robust(GroupNumbers groups, GroupDro dro) implements ExampleWeighting {
    @Override
    public BatchWeighting of(int[] rows) {
      int[] ofBatch = Arrays.stream(rows).map(row -> groups.ofRow()[row]).toArray();
      return losses -> dro.weights(losses, ofBatch);
    }

    @Override
    public double[] memory() {
      return dro.q();
    }

    @Override
    public void restore(double[] memory) {
      dro.restore(memory);
    }
  }
}
