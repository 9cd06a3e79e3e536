package org.twinprop.trainer.search;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/**
 * All texts that a setting may have. Arbiter draws a number from 0 to 1 for each of its leaves;
 * {@link #getValue} makes a text of them.
 */
public abstract class TextSpace implements ParameterSpace<String> {
  /** What a space begins with, before its parentheses. */
  public static final List<String> WORDS = List.of("log", "uniform", "whole", "choice");

  TextSpace() {}

  /**
   * Reads a text in which {@code log(a, b)}, {@code uniform(a, b)}, {@code whole(a, b)} and {@code
   * choice(one; another)} stand for what they draw.
   *
   * @throws IllegalArgumentException if one of them cannot be; says what it must be
   */
  public static TextSpace parse(String text) {
    return new SpaceParser(text).parse();
  }

  /**
   * One of several texts, each of which may hold spaces.
   *
   * @param texts at least one
   */
  public static TextSpace anyOf(List<String> texts) {
    return ChoiceSpace.of(texts.stream().map(TextSpace::parse).toList());
  }

  /** Whether there is one text only. */
  public boolean isFixed() {
    return numParameters() == 0;
  }

  @Override
  public int numParameters() {
    return collectLeaves().size();
  }

  @Override
  @SuppressWarnings("rawtypes") // as Arbiter has it
  public Map<String, ParameterSpace> getNestedSpaces() {
    return Map.of();
  }

  @Override
  public boolean isLeaf() {
    return false;
  }

  @Override
  public void setIndices(int... indices) {
    throw new UnsupportedOperationException("the leaves have indices");
  }
}
