package org.twinprop.experiments.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.twinprop.data.BadInput;

/**
 * Reads JSON out of files that may be anyone's: none that is far larger than the program writes,
 * and never null.
 */
public final class JsonFile {
  /** A candidate of a search with measures of 100,000 epochs has a fifth of that. */
  private static final long MOST_BYTES = 64 << 20;

  private JsonFile() {}

  /**
   * @throws BadInput if the file is too large
   * @throws com.fasterxml.jackson.core.JsonProcessingException if it is no JSON of this type
   * @throws IOException if it cannot be read
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new BadInput(
          "%s: has %,d bytes, but of such files at most %,d are read; copy it again from where it was written"
              .formatted(file, Files.size(file), MOST_BYTES));
    }
    T read = TextFormats.JSON.readValue(Files.readAllBytes(file), type);
    if (read == null) {
      throw MismatchedInputException.from(null, type, "it is null");
    }
    return read;
  }

  /** The same without a type. */
  public static JsonNode tree(Path file) throws IOException {
    return read(file, JsonNode.class);
  }
}
