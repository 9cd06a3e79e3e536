package org.twinprop.trainer.evaluation;

/**
 * One row of {@code groups.csv}: how often one network is wrong about one group.
 *
 * @param network {@code handwritten} or {@code dl4j}
 * @param column the kind of group, such as {@code population}; {@code overall} for everyone
 * @param group its name, such as {@code high-school students}
 * @param n examples in it
 * @param errors of them misclassified
 * @param errorRate errors / n
 * @param low lower end of the 95% interval of the error rate (Wilson)
 * @param high upper end
 * @param small whether the group has fewer examples than a comparison should rest on
 */
public record GroupErrorRate(
    String network,
    String column,
    String group,
    long n,
    long errors,
    double errorRate,
    double low,
    double high,
    boolean small) {}
