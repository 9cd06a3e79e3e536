package org.twinprop.experiments.verify;

import java.nio.file.Path;

/**
 * A file to be checked.
 *
 * @param file as the user reaches it
 * @param name as lines and tables show it: without what is common to all, nor anything that would
 *     speak to a terminal
 */
public record Subject(Path file, String name) {
  static Subject of(Path file, Path shown) {
    return new Subject(file, shown.toString().replaceAll("\\p{C}", "?"));
  }
}
