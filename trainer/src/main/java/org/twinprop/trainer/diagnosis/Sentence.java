package org.twinprop.trainer.diagnosis;

import java.util.List;

/** Puts the names of gradients into a sentence about them. */
final class Sentence {
  private static final int MANY = 4;

  private Sentence() {}

  /** The sentence with {@code {tensors}} and what agrees with it filled in. */
  static String of(String template, List<String> tensors) {
    boolean several = tensors.size() > 1;
    return template
        .replace("{tensors} is ", "{tensors} {are} ")
        .replace("{tensors} has ", "{tensors} {have} ")
        .replace("{tensors} was ", several ? "{tensors} were " : "{tensors} was ")
        .replace("{tensors}", names(tensors))
        .replace("{are}", several ? "are" : "is")
        .replace("{have}", several ? "have" : "has")
        .replace("{lack}", several ? "lack" : "lacks")
        .replace("{they}", several ? "they" : "it");
  }

  private static String names(List<String> tensors) {
    int last = tensors.size() - 1;
    if (last == 0) {
      return tensors.get(0);
    }
    return tensors.size() > MANY
        ? "the gradients from " + tensors.get(0) + " to " + tensors.get(last)
        : String.join(", ", tensors.subList(0, last)) + " and " + tensors.get(last);
  }
}
