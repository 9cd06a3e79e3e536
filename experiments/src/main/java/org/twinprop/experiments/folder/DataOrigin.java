package org.twinprop.experiments.folder;

import java.util.List;
import org.twinprop.data.Examples;
import org.twinprop.data.SourceFile;

/**
 * Where the examples of one part came from.
 *
 * @param part what they were used for: {@code train}, {@code validation}, {@code test}
 * @param description what they are, for a person
 * @param examples how many
 * @param files that they were read from, with checksums; empty for generated ones
 */
public record DataOrigin(String part, String description, long examples, List<SourceFile> files) {
  /** Keeps an unmodifiable copy of the list. */
  public DataOrigin {
    files = List.copyOf(files);
  }

  /** Of examples that were used for {@code part}. */
  public static DataOrigin of(String part, Examples examples, List<SourceFile> files) {
    return new DataOrigin(part, examples.description(), examples.size(), files);
  }
}
