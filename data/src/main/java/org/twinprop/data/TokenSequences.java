package org.twinprop.data;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sequences of tokens (words, symbols), each of one class. Shorter ones have blanks in front, so
 * that the last step of each is the end of what it says, and a network that has read nothing but
 * blanks has read nothing. The first token of the vocabulary is the blank.
 */
public final class TokenSequences implements Examples {
  /** How a token becomes numbers. */
  public enum Encoding {
    /** Its place in the vocabulary, for an embedding: inputs are [steps]. */
    NUMBER,
    /** 1 at its own place, 0 at all others, and 0 everywhere for the blank: [steps, tokens]. */
    ONE_HOT
  }

  private final String description;
  private final Encoding encoding;
  private final List<String> vocabulary;
  private final int steps;
  private final int[][] sequences;
  private final List<String> classNames;
  private final int[] classes;
  private final List<GroupColumn> groups;

  /**
   * @param description what these sequences are and how they came to be
   * @param encoding how a token becomes numbers
   * @param vocabulary all tokens, the blank first
   * @param steps of every input; at least those of the longest sequence
   * @param sequences numbers of tokens, one sequence an example, none empty
   * @param classNames by class number
   * @param classes the class number of each example
   * @param groups one row for each example
   * @throws IllegalArgumentException if the parts do not fit together; names the sequence
   */
  public TokenSequences(
      String description,
      Encoding encoding,
      List<String> vocabulary,
      int steps,
      int[][] sequences,
      List<String> classNames,
      int[] classes,
      List<GroupColumn> groups) {
    this.description = description;
    this.encoding = encoding;
    this.vocabulary = List.copyOf(vocabulary);
    this.steps = steps;
    this.sequences = Arrays.stream(sequences).map(int[]::clone).toArray(int[][]::new);
    this.classNames = List.copyOf(classNames);
    this.classes = classes.clone();
    this.groups = List.copyOf(groups);
    for (int row = 0; row < sequences.length; row++) {
      require(row);
    }
    if (classes.length != sequences.length
        || groups.stream().anyMatch(column -> column.size() != sequences.length)) {
      throw new IllegalArgumentException(
          "%d sequences need as many classes and rows of groups".formatted(sequences.length));
    }
  }

  private void require(int row) {
    int[] tokens = sequences[row];
    if (tokens.length == 0 || tokens.length > steps) {
      throw new IllegalArgumentException(
          "sequence %d has %d tokens, but there must be 1 to %d"
              .formatted(row, tokens.length, steps));
    }
    for (int token : tokens) {
      if (token < 1 || token >= vocabulary.size()) {
        throw new IllegalArgumentException(
            "sequence %d has token %d, but tokens are 1 to %d (0 is the blank)"
                .formatted(row, token, vocabulary.size() - 1));
      }
    }
  }

  /** The tokens of one example as words, without blanks. */
  public List<String> words(int row) {
    return Arrays.stream(sequences[row]).mapToObj(vocabulary::get).toList();
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public int size() {
    return sequences.length;
  }

  @Override
  public long[] inputShape() {
    return encoding == Encoding.NUMBER
        ? new long[] {steps}
        : new long[] {steps, vocabulary.size() - 1L};
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public void inputs(int[] rows, INDArray into) {
    ArrayFill.fill(
        into,
        rows.length,
        inputShape(),
        (position, values) -> write(sequences[rows[position]], values));
  }

  private void write(int[] tokens, double[] values) {
    Arrays.fill(values, 0);
    int blanks = steps - tokens.length;
    for (int t = 0; t < tokens.length; t++) {
      if (encoding == Encoding.NUMBER) {
        values[blanks + t] = tokens[t];
      } else {
        values[(blanks + t) * (vocabulary.size() - 1) + tokens[t] - 1] = 1;
      }
    }
  }

  @Override
  public int classOf(int row) {
    return classes[row];
  }

  @Override
  public List<String> groupColumns() {
    return groups.stream().map(GroupColumn::name).toList();
  }

  @Override
  public String group(String column, int row) {
    return GroupColumn.named(column, groups, description).group(row);
  }
}
