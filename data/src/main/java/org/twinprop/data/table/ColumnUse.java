package org.twinprop.data.table;

/** What a column is good for. */
public enum ColumnUse {
  /** A number that the network is given. */
  NUMBER("number"),
  /** A category, of which the network is given an indicator for each level. */
  CATEGORY("category"),
  /** What is to be predicted. */
  TARGET("target"),
  /** Rows that share its value stay in one part; not given to the network. */
  APART("keeps rows together"),
  /** Not given to the network. */
  LEFT_OUT("left out");

  private final String words;

  ColumnUse(String words) {
    this.words = words;
  }

  /** For a person. */
  public String words() {
    return words;
  }

  boolean isInput() {
    return this == NUMBER || this == CATEGORY;
  }
}
